import AwesomeList
import Source

extension Entry {
  /// Whether the entry has a link; to look at a part of it does not copy the whole.
  var hasLink: Bool { link?.range != nil }

  /// Whether no word stands before the link.
  func leadsWithLink(in source: SourceText) -> Bool {
    guard let link else { return false }
    switch shape {
    case .details, .html, .row, .heading: return true
    default: break
    }
    let start = contentStart(in: source)
    guard start < link.range.lowerBound else { return true }
    let before = source.bytes(in: SourceRange(start, link.range.lowerBound))
    if before.contains(where: { $0.isASCIILetter || $0 == UInt8(ascii: "`") }) { return false }
    return before.allSatisfy { $0 < 0x80 }
      || !source[SourceRange(start, link.range.lowerBound)].contains { $0.isLetter || $0 == "`" }
  }
}
