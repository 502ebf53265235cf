import Source

/// Checks that a part of a text closes all tags and comments that it opens, so that it can be moved.
struct TagBalance {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var open: [ArraySlice<UInt8>] = []

  static func holds(for bytes: ArraySlice<UInt8>) -> Bool {
    var balance = TagBalance(bytes)
    while let mark = balance.bytes[balance.position...].firstIndex(where: {
      $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "`")
    }) {
      guard bytes[mark] == UInt8(ascii: "<") else {
        balance.skipCode(at: mark)
        continue
      }
      guard balance.readTag(at: mark) else { return false }
    }
    return balance.open.isEmpty
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Skips a code span, or backticks without a matching run.
  private mutating func skipCode(at start: Int) {
    let count = length(ofRunAt: start)
    position = start + count
    // Looked up, because a search for each unmatched run would take quadratic time.
    guard let last = lastRuns[count], last > start else { return }
    while let next = bytes[position...].firstIndex(of: UInt8(ascii: "`")) {
      let run = length(ofRunAt: next)
      position = next + run
      if run == count { return }
    }
  }

  /// The offset of the last run of each number of backticks.
  private lazy var lastRuns: [Int: Int] = {
    var runs: [Int: Int] = [:]
    var index = bytes.startIndex
    while let next = bytes[index...].firstIndex(of: UInt8(ascii: "`")) {
      let run = length(ofRunAt: next)
      runs[run] = next
      index = next + run
    }
    return runs
  }()

  private func length(ofRunAt start: Int) -> Int { bytes[start...].prefix { $0 == UInt8(ascii: "`") }.count }

  /// Reads a tag or comment; false if it has no end, or closes another element than the last one opened.
  private mutating func readTag(at start: Int) -> Bool {
    if bytes[start...].starts(with: "<!--".utf8) {
      position = start + 4
      while let dash = bytes[position...].firstIndex(of: UInt8(ascii: "-")) {
        position = dash + 1
        guard bytes[dash...].starts(with: "-->".utf8) else { continue }
        position = dash + 3
        return true
      }
      return false
    }
    position = start + 1
    let isEnd = position < bytes.endIndex && bytes[position] == UInt8(ascii: "/")
    let name = bytes[(position + (isEnd ? 1 : 0))...].prefix { $0.isASCIIAlphanumeric }
    // Otherwise it is text, or an address in angle brackets.
    guard !name.isEmpty, name.endIndex == bytes.endIndex || Self.endsName(bytes[name.endIndex]) else { return true }
    guard let end = bytes[name.endIndex...].firstIndex(of: UInt8(ascii: ">")) else { return false }
    position = end + 1
    if isEnd { return open.popLast().map { Self.isSame($0, name) } ?? false }
    let isVoid = bytes[end - 1] == UInt8(ascii: "/") || Self.voids.contains { Self.isSame(name, Array($0.utf8)[...]) }
    if !isVoid { open.append(name) }
    return true
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  private static func isSame(_ name: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    name.elementsEqual(other) { $0 | 0x20 == $1 | 0x20 }
  }

  /// Elements without an end tag.
  private static let voids = ["br", "hr", "img", "input", "source", "wbr"]
}
