public import Markdown
import Markup

extension Block {
  /// Whether links into the document, and what divides them, are all that a reader sees here: a list, a table, a line or raw HTML that
  /// can only be a list of contents, and says no more than a generated one would.
  public var holdsSectionLinksOnly: Bool {
    guard linkSlice.allSatisfy({ !$0.isImage && $0.destination.hasPrefix("#") && !$0.text.isEmpty }) else {
      return false
    }
    return kind == .html
      ? Self.areSectionLinks(HTMLFragments(in: sourceText).tokens(of: [range])) : holdsLinksAndDividers
  }

  private var holdsLinksAndDividers: Bool {
    switch kind {
    case .list, .item(isChecked: nil), .table, .tableRow: children.allSatisfy(\.holdsLinksAndDividers)
    case .paragraph, .tableCell: inlines.allSatisfy(\.isLinkOrDivider)
    default: false
    }
  }

  private static func areSectionLinks(_ tokens: [HTMLToken]) -> Bool {
    var isInLink = false
    for token in tokens {
      switch token.kind {
      case .start(let tag):
        if ["img", "h1", "h2", "h3", "h4", "h5", "h6", "details", "input"].contains(tag.name) { return false }
        guard tag.name == "a", let address = tag["href"] else { continue }
        if !address.hasPrefix("#") { return false }
        isInLink = true
      case .end("a"): isInLink = false
      case .text(let text) where !isInLink && !text.allSatisfy(\.isDivider): return false
      default: continue
      }
    }
    return true
  }
}

extension Inline {
  fileprivate var isLinkOrDivider: Bool {
    switch kind {
    case .link, .softBreak, .lineBreak: true
    case .text: text.allSatisfy(\.isDivider)
    case .html: text.hasPrefix("<br")
    case .emphasis, .strong: children.allSatisfy(\.isLinkOrDivider)
    default: false
    }
  }
}

extension Character {
  /// Whether this stands between links and says nothing: a blank, a dot, a bar.
  fileprivate var isDivider: Bool { isWhitespace || isPunctuation || self == "|" }
}
