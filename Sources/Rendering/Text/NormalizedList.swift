import AwesomeList
import Markdown
import Source
import TextRepair

/// A list as it is before its blocks are laid out anew: repaired, in UTF-8 with LF, its words as the options want them.
struct PreparedList {
  let list: List
  let repairs: [Mojibake]
  /// The anchors of headings that the repairs and options moved; links within the list do not follow yet.
  let anchors: AnchorMap
  let contents: ContentsPlace
  /// The fragments of links that led nowhere before, with the lines of the links.
  let brokenFragments: [BrokenFragment]

  private let style: [Edit]

  init(_ damaged: List, _ options: RenderOptions) throws(RenderingError) {
    let source = damaged.document.source
    let protected = [ProtectedRegion](
      code: damaged.document.codeRanges, destinations: damaged.destinationRanges,
      suppressed: Suppressions(damaged).ranges(of: Mojibake.ruleID))
    let (bytes, repairs) = Repairer().repaired(source.bytes, protected: protected)
    self.repairs = repairs
    brokenFragments = damaged.brokenFragments
    let content = Self.withoutMarks(bytes)
    let isClean = content.elementsEqual(source.bytes) && !bytes.contains(UInt8(ascii: "\r"))
    let unified = SourceText(utf8: isClean ? [] : Self.withUnixLineEnds(content))
    let repaired = isClean ? damaged : try Renderer.list(unified)
    list = try Wording(options).applied(to: repaired)
    anchors = list.document.source.bytes == source.bytes ? .unchanged : AnchorMap(from: damaged, to: list)
    contents = ContentsPlace(list, anchors)
    style = InlineStyle.edits(in: list.document)
  }

  /// The text in the canonical style, in which links follow anchors that move.
  func text(_ anchors: AnchorMap) -> EditedSource {
    EditedSource(list.document.source, anchors.edits(in: list) + style)
  }

  /// The text behind its byte order mark, of which programs may have left several.
  private static func withoutMarks(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var content = bytes[...]
    while content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
    return content
  }

  private static func withUnixLineEnds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
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

extension List {
  fileprivate var brokenFragments: [BrokenFragment] {
    links.compactMap { link in
      guard link.isFragment, !anchors.resolves(String(link.url.dropFirst())) else { return nil }
      return BrokenFragment(address: link.url, line: document.source.location(of: link.range.lowerBound).line)
    }
  }
}
