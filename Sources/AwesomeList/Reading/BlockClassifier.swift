import Markdown
import Markup
import Source

/// Finds the kinds of blocks without entries.
struct BlockClassifier {
  private let blurb: SourceRange?
  private let html: RawHTML

  init(_ list: List) {
    blurb = list.blurb?.range
    html = RawHTML(list.document)
  }

  func kind(of block: Block) -> Part.Kind {
    switch block.kind {
    case .paragraph:
      if block.range == blurb { return .blurb }
      return kind(of: FlatText(block, html: html)) ?? .note
    case .quote: return block.range == blurb ? .blurb : .note
    case .list: return block.links.isEmpty ? .note : .other
    case .code: return .code
    case .thematicBreak: return .divider
    case .footnoteDefinition: return .footnote
    case .html: return kindOfHTML(block)
    case .table: return kindOfTable(block)
    default: return .other
    }
  }

  /// The kind of a line without words; nil for one with words.
  private func kind(of text: FlatText) -> Part.Kind? {
    var hasImage = false
    var hasWords = false
    for span in text.spans {
      switch span.kind {
      case .image: hasImage = true
      case .link where span.bounds.isEmpty: hasImage = true
      case .text, .code, .link: hasWords = hasWords || text.hasWords(span.bounds)
      case .lineBreak: continue
      }
    }
    if !text.links.isEmpty, text.links.allSatisfy(\.isFragment) { return .navigation }
    if hasWords { return nil }
    return hasImage ? .pictures : text.links.isEmpty ? .anchor : nil
  }

  private func kindOfHTML(_ block: Block) -> Part.Kind {
    if block.source(startsWith: "<!--") { return .comment }
    let tokens = html.tokens(in: block.range)
    let kind = kind(of: FlatText(tokens))
    if tokens.contains(where: \.isImage) { return .pictures }
    guard kind == .anchor else { return kind ?? .other }
    let isTarget = tokens.contains { token in
      if case .start(let tag) = token.kind { tag["id"] ?? tag["name"] != nil } else { false }
    }
    return isTarget ? .anchor : .other
  }

  /// A table of badges, or one of words without links.
  private func kindOfTable(_ table: Block) -> Part.Kind {
    let links = table.links
    if links.isEmpty { return .note }
    return links.allSatisfy { $0.isImage || $0.text.isEmpty } ? .pictures : .other
  }
}

extension HTMLToken {
  fileprivate var isImage: Bool {
    if case .start(let tag) = kind { tag.name == "img" } else { false }
  }
}
