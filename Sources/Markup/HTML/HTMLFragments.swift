import CXML2
public import Source

/// Reads the raw HTML of a text, however broken, with libxml2's HTML parser.
///
/// Structure, names and entities are the parser's. It has no ranges, so each tag is found in the bytes that the parser consumed for it;
/// implied elements are left out. Source: libxml2's HTMLparser.h and SAX interface.
public struct HTMLFragments: Sendable {
  private let source: SourceText

  public init(in source: SourceText) {
    self.source = source
  }

  /// The tokens of some ranges, read as one text.
  public func tokens(of ranges: [SourceRange]) -> [HTMLToken] {
    let stream = JoinedBytes(source: source, ranges: ranges)
    guard !stream.bytes.isEmpty, let parser = HTMLParser() else { return [] }
    return parser.tokens(of: stream)
  }
}

/// The bytes of several ranges of a file, joined.
struct JoinedBytes {
  let bytes: [UInt8]
  /// For each range: its start in `bytes`, and its offset in the file.
  private let origins: [(start: Int, offset: Int)]

  init(source: SourceText, ranges: [SourceRange]) {
    var bytes: [UInt8] = []
    var origins: [(Int, Int)] = []
    for range in ranges where !range.isEmpty {
      origins.append((bytes.count, range.lowerBound))
      bytes += source.bytes(in: range)
    }
    self.bytes = bytes
    self.origins = origins
  }

  /// The range in the file of a range of `bytes`.
  func range(_ start: Int, _ end: Int) -> SourceRange {
    let lower = offset(of: start)
    return SourceRange(lower, start < end ? offset(of: end - 1) + 1 : lower)
  }

  private func offset(of index: Int) -> Int {
    let next = origins.partitioningIndex { $0.start > index }
    guard next > 0 else { return 0 }
    return origins[next - 1].offset + index - origins[next - 1].start
  }
}
