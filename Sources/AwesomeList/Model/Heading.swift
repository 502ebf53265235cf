public import Markdown
public import Source

/// A heading, of Markdown or of HTML, and its anchor.
public struct Heading: Sendable {
  /// The text that a reader sees.
  public let text: String
  /// The text without the emoji at its start or end.
  public let title: String
  /// The emoji at the start or end; nil where there is none.
  public let emoji: String?
  /// 1 to 6.
  public let level: Int
  /// The anchor that GitHub gives it, without the `#`.
  public let anchor: String
  /// The heading, or the block of raw HTML that holds it.
  public let block: Block

  /// The text as it stands in the heading, blanks around it included: they are part of the anchor.
  private let words: String

  public var range: SourceRange { block.range }

  /// The anchor that the heading would have were it the only one of its name.
  public var slug: String { Slugger.slug(words) }

  /// A heading whose text is `words`, of HTML, or else the block's.
  init(block: Block, words: String? = nil, level: Int, anchor: String) {
    let words = words ?? block.text
    let parts = EmojiAffix.split(words)
    self.text = String(EmojiAffix.trim(words[...]))
    self.title = parts.text
    self.emoji = parts.emoji
    self.level = level
    self.anchor = anchor
    self.words = words
    self.block = block
  }
}

extension Heading {
  /// The heading's words in the source, without its marks; the whole heading where they could not be found.
  public var textRange: SourceRange {
    let ranges = block.inlines.compactMap(\.range)
    guard let first = ranges.first, let last = ranges.last else { return block.range }
    return first.union(last)
  }

  /// Whether the heading names a contents list.
  public var isContents: Bool { ContentsHeading.isOne(title) }
}
