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
  ///
  /// `piece` is where the last range was found: ranges are asked for in the order of the text, so the next is there or soon behind it.
  func range(_ start: Int, _ end: Int, piece: inout Int) -> SourceRange {
    let lower = offset(of: start, piece: &piece)
    var last = piece
    return SourceRange(lower, start < end ? offset(of: end - 1, piece: &last) + 1 : lower)
  }

  private func offset(of index: Int, piece: inout Int) -> Int {
    guard !origins.isEmpty else { return 0 }
    while piece > 0, origins[piece].start > index { piece -= 1 }
    while piece + 1 < origins.count, origins[piece + 1].start <= index { piece += 1 }
    return origins[piece].offset + index - origins[piece].start
  }
}
