import CXML2
public import Source

/// Reads the pieces of raw HTML in a text, however broken, with libxml2's HTML parser.
///
/// Structure, names and entities are the parser's; it gives no ranges, so each tag is then found in the bytes that the parser consumed for
/// it. Elements that the parser only implies are left out. Source: libxml2's HTMLparser.h and SAX interface.
public struct HTMLFragments: Sendable {
  private let source: SourceText

  public init(in source: SourceText) {
    self.source = source
  }

  /// The tokens of pieces that follow one another, as if nothing stood between them.
  public func tokens(of pieces: [SourceRange]) -> [HTMLToken] {
    let stream = PieceStream(source: source, pieces: pieces)
    guard !stream.bytes.isEmpty, let parser = HTMLParser() else { return [] }
    return parser.tokens(of: stream)
  }
}

/// Bytes from several places of a file, read as one.
struct PieceStream {
  let bytes: [UInt8]
  /// For each piece: where it begins in `bytes`, and where in the file.
  private let origins: [(start: Int, offset: Int)]

  init(source: SourceText, pieces: [SourceRange]) {
    var bytes: [UInt8] = []
    var origins: [(Int, Int)] = []
    for piece in pieces where !piece.isEmpty {
      origins.append((bytes.count, piece.lowerBound))
      bytes += source.bytes(in: piece)
    }
    self.bytes = bytes
    self.origins = origins
  }

  /// The range in the file of a range of `bytes`.
  func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(offset(of: start), start < end ? offset(of: end - 1) + 1 : offset(of: start))
  }

  private func offset(of index: Int) -> Int {
    var low = 0
    var high = origins.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if origins[middle].start <= index { low = middle } else { high = middle }
    }
    guard low < origins.count else { return 0 }
    return origins[low].offset + index - origins[low].start
  }
}
