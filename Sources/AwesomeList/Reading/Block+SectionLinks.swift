public import Markdown
import Markup
import Source

extension Block {
  /// Whether only links into the document and dividers are visible: a contents list without more text than a generated one.
  public var containsOnlySectionLinks: Bool {
    guard linkSlice.allSatisfy({ !$0.isImage && $0.destination.ownFragment != nil && !$0.text.isEmpty }) else {
      return false
    }
    return kind == .html
      ? Self.areSectionLinks(HTMLFragments(in: sourceText).tokens(of: [range])) : containsOnlyLinksAndDividers
  }

  private var containsOnlyLinksAndDividers: Bool {
    switch kind {
    case .list, .item(isChecked: nil), .table, .tableRow: children.allSatisfy(\.containsOnlyLinksAndDividers)
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
        if address.ownFragment == nil { return false }
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
    case .html: text.begins(with: "<br")
    case .emphasis, .strong: children.allSatisfy(\.isLinkOrDivider)
    default: false
    }
  }
}

extension Character {
  /// Whether this only divides links: a space, a dot, a bar.
  fileprivate var isDivider: Bool { isWhitespace || isPunctuation || self == "|" }
}
