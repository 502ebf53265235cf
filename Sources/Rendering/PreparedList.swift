import AwesomeList
import Markdown
import Source
import TextRepair

/// A list as it is before its blocks are laid out anew: repaired, in UTF-8 with LF, its inlines in the canonical style.
struct PreparedList {
  let list: List
  let repairs: [Repair]
  /// The anchors of headings that the repairs moved; links to them within the list have followed.
  let anchors: AnchorMap

  init(_ source: SourceText) throws(RenderingError) {
    let damaged = try Renderer.list(source)
    let protected = [ProtectedRegion](
      code: damaged.document.codeRanges, destinations: damaged.destinationRanges,
      suppressed: Suppressions(damaged).ranges(of: Repair.ruleID))
    let (bytes, repairs) = Repairer().repaired(source.bytes, protected: protected)
    self.repairs = repairs
    let unified = SourceText(utf8: Self.withUnixLineEnds(bytes.dropFirst(source.contentStart)))
    let repaired = unified.bytes == source.bytes ? damaged : try Renderer.list(unified)
    anchors = AnchorMap(from: damaged, to: repaired, in: unified.range)
    let edits = anchors.edits(in: repaired) + InlineStyle.edits(in: repaired.document)
    list = edits.isEmpty ? repaired : try Renderer.list(SourceText(utf8: edits.applied(to: unified.bytes).bytes))
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
