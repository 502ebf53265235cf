import Markdown
import Markup
import Source

/// The raw HTML of a document, its blocks and inlines read as one stream.
struct RawHTML: Sendable {
  let tokens: [HTMLToken]

  /// The links and images, in the order of the text.
  var links: [ListLink] {
    tokens.compactMap { token in
      if case .start(let tag) = token.kind { ListLink(tag, at: token.range) } else { nil }
    }
  }

  init(_ document: Document) {
    let blocks = document.allBlocks.filter { $0.kind == .html }.map(\.range)
    let inlines = document.allInlines.filter { $0.kind == .html }.compactMap(\.range)
    let pieces = (blocks + inlines).sorted()
    tokens = pieces.isEmpty ? [] : HTMLFragments(in: document.source).tokens(of: pieces)
  }
}
