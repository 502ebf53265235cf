import Markdown
import Markup
import Source

/// Distinguishes contents lists from lists of entries.
struct ContentsFinder {
  /// The properties of a list's links.
  struct Links {
    /// Whether every link leads into the document.
    let isInternal: Bool
    /// Whether there are no images.
    let isPlain: Bool
    /// Whether at least half of the links lead into the document.
    let isMostlyInternal: Bool
  }

  /// Whether the last block, apart from comments, announces a contents list: a label, a summary, a tool's comment.
  private(set) var isAnnounced = false
  /// The targets of the contents lists.
  private(set) var fragments: Set<String> = []

  /// The links of a list; nil if none leads into the document.
  static func links(of list: Block, html: RawHTML) -> Links? {
    var (all, inside) = (0, 0)
    func count(_ url: String) {
      all += 1
      if url.utf8.first == UInt8(ascii: "#") { inside += 1 }
    }
    var isPlain = true
    for link in list.linkSlice {
      if link.isImage { isPlain = false } else { count(link.destination) }
    }
    for token in html.tokens(in: list.range) { if let url = token.anchorAddress { count(url) } }
    guard inside > 0 else { return nil }
    return Links(isInternal: inside == all, isPlain: isPlain, isMostlyInternal: inside * 2 >= all)
  }

  /// Takes note of a block other than a contents list.
  mutating func note(_ block: Block, html: RawHTML) {
    switch block.kind {
    case .paragraph: isAnnounced = Self.isLabel(block.text)
    case .html:
      let text = block.sourceText[block.range]
      if text.begins(with: "<!--") {
        isAnnounced = isAnnounced || Self.isToolComment(text)
      } else {
        isAnnounced = html.tokens(in: block.range).contains { token in
          if case .text(let text) = token.kind { Self.isLabel(text) } else { false }
        }
      }
    default: isAnnounced = false
    }
  }

  mutating func add(_ list: Block) {
    isAnnounced = false
    fragments.formUnion(list.linkSlice.compactMap { $0.destination.ownFragment.map(Fragment.anchor) })
  }

  /// Whether a text is the label of a contents list.
  static func isLabel(_ text: String) -> Bool {
    guard text.utf8.count <= 80 else { return false }
    return isTitle(EmojiAffix.split(text).text)
  }

  /// Whether a comment is the marker of a tool that writes contents lists.
  static func isToolComment(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    return words.contains { ["toc", "mktoc", "doctoc", "markdowntoc", "contents"].contains($0) }
  }

  /// Whether a heading names a contents list.
  static func isTitle(_ title: String) -> Bool {
    titles.contains(title.lettersAndSpaces)
  }

  private static let titles: Set<String> = [
    "contents", "content", "table of contents", "table of content", "toc", "index", "categories", "menu", "目录", "目錄",
    "目次", "sommaire", "índice", "indice", "inhalt", "inhaltsverzeichnis", "содержание", "оглавление", "sumário",
    "içindekiler", "spis treści", "فهرست", "فهرست مطالب", "المحتويات", "الفهرس", "תוכן", "תוכן עניינים", "목차", "inhoud",
  ]
}
