import Markdown
import Markup
import Source

/// Tells contents lists from lists of entries.
struct ContentsFinder {
  /// What a list's links say about it.
  struct Reading {
    /// Whether every link leads into the document.
    let isInternal: Bool
    /// Whether there is nothing else in it that is a link, such as a badge.
    let isPlain: Bool
    /// Whether at least half of the links do.
    let isMostlyInternal: Bool
  }

  /// Whether the block before, comments aside, announces a contents list: a bold or plain label, a summary, a tool's comment.
  private(set) var isAnnounced = false
  /// The fragments that the contents lists lead to.
  private(set) var fragments: Set<String> = []

  /// Looks at a list's links; nil where it has none, or none into the document.
  static func read(_ list: Block, html: RawHTML) -> Reading? {
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
    return Reading(isInternal: inside == all, isPlain: isPlain, isMostlyInternal: inside * 2 >= all)
  }

  /// Notes a block that is no list.
  mutating func pass(_ block: Block, html: RawHTML) {
    switch block.kind {
    case .paragraph: isAnnounced = Self.isLabel(block.text)
    case .html:
      let text = block.sourceText[block.range]
      if text.hasPrefix("<!--") {
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
    for link in list.linkSlice where link.destination.hasPrefix("#") {
      fragments.insert(Anchors.target(of: String(link.destination.dropFirst())))
    }
  }

  /// Whether a text is a contents list's label.
  static func isLabel(_ text: String) -> Bool {
    guard text.utf8.count <= 80 else { return false }
    return ContentsHeading.isOne(EmojiAffix.split(text).text)
  }

  /// Whether a comment is one of those between which tools write a contents list.
  private static func isToolComment(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    return words.contains { ["toc", "mktoc", "doctoc", "markdowntoc", "contents"].contains($0) }
  }
}
