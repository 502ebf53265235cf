import AwesomeList
import Markdown
import Source
import TextRepair

/// A list before its layout: repaired, in UTF-8 with LF, with the options for text applied.
struct NormalizedList {
  let list: List
  let repairs: [Mojibake]
  /// From the anchors of the source to those after repairs and options; links in the list still use the old ones.
  let anchors: AnchorMap
  let contents: ContentsPlace
  /// The links of the source that had no target.
  let brokenFragments: [BrokenFragment]

  private let style: [Edit]

  init(_ original: List, _ options: RenderOptions) throws(RenderingError) {
    let source = original.document.source
    let protected = [ProtectedRegion](
      code: original.document.codeRanges, destinations: original.destinationRanges,
      suppressed: Suppressions(original).ranges(of: Mojibake.ruleID))
    let (bytes, repairs) = Repairer().repaired(source.bytes, protected: protected)
    self.repairs = repairs
    brokenFragments = original.brokenFragments
    let content = bytes.droppingByteOrderMarks
    let isClean = content.elementsEqual(source.bytes) && !bytes.contains(UInt8(ascii: "\r"))
    let repaired = isClean ? original : try Renderer.list(SourceText(utf8: Self.withLF(content)))
    list = try TextOptions(options).applied(to: repaired)
    anchors = list.document.source.bytes == source.bytes ? .unchanged : AnchorMap(from: original, to: list)
    contents = ContentsPlace(list, anchors)
    style = InlineStyle.edits(in: list.document)
  }

  /// The text in the canonical inline style, its links updated to anchors that move.
  func text(_ anchors: AnchorMap) -> EditedSource {
    EditedSource(list.document.source, anchors.edits(in: list) + style)
  }

  /// The bytes with LF for CR and CRLF.
  private static func withLF(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\r")) else { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\r") {
        result.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
        result.append(byte)
      }
      previous = byte
    }
    return result
  }
}
