import Markdown
import Source

/// The texts between the tags of raw HTML, as the rules about descriptions see them.
struct RawPieces {
  private(set) var pieces: [EntryText.Piece] = []

  init(_ range: SourceRange, in source: SourceText) {
    var kind = Inline.Kind.text
    var index = range.lowerBound
    while index < range.upperBound {
      let rest = source.bytes[index..<range.upperBound]
      if rest.first == UInt8(ascii: "<") {
        kind = Self.kind(behind: rest.dropFirst()) ?? kind
        index = rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? range.upperBound
      } else {
        let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? range.upperBound
        pieces.append(EntryText.Piece(kind, SourceRange(index, end)))
        index = end
      }
    }
  }

  /// The kind of the text after a tag, given without its opening bracket; nil if the tag changes nothing.
  private static func kind(behind tag: ArraySlice<UInt8>) -> Inline.Kind? {
    let isEnd = tag.first == UInt8(ascii: "/")
    let name = tag.dropFirst(isEnd ? 1 : 0).prefix(while: \.isASCIILetter).map(\.asciiLowercased)
    let kind: Inline.Kind? = name == Array("code".utf8) ? .code : name == Array("a".utf8) ? .link : nil
    return isEnd ? kind.map { _ in .text } : kind
  }
}
