import Source

/// The lines whose links a comment excludes.
struct IgnoredLines {
  /// On a separate line it applies to the next line, else to its own.
  static let comment = "<!-- awesome-ignore-link -->"

  private var lines: Set<Int> = []

  /// - Parameter code: the ranges of code, in which a comment does not count.
  init(in source: SourceText, code: [SourceRange]) {
    let wanted = Array(Self.comment.utf8)
    let bytes = source.bytes
    var code = code.sorted()[...]
    guard bytes.count >= wanted.count else { return }
    var start = bytes.startIndex
    while let index = bytes[start...].firstIndex(of: wanted[0]) {
      start = index + 1
      guard bytes[index...].starts(with: wanted) else { continue }
      while let first = code.first, first.upperBound <= index { code.removeFirst() }
      if let first = code.first, first.lowerBound <= index { continue }
      let line = source.location(of: index).line
      lines.insert(Self.isSeparate(index, wanted.count, bytes) ? line + 1 : line)
    }
  }

  func contains(_ line: Int) -> Bool { lines.contains(line) }

  private static func isSeparate(_ index: Int, _ count: Int, _ bytes: [UInt8]) -> Bool {
    let before = bytes[..<index].reversed().first { !$0.isSpaceOrTab }
    let after = bytes[(index + count)...].first { !$0.isSpaceOrTab && $0 != 0x0D }
    return (before ?? 0x0A) == 0x0A && (after ?? 0x0A) == 0x0A
  }
}
