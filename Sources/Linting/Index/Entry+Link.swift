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
    return !source[SourceRange(start, link.range.lowerBound)].contains { $0.isLetter || $0 == "`" }
  }
}
