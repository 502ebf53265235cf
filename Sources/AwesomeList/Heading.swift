public import Markdown
public import Source

/// A heading and its anchor.
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
  public let block: Block

  public var range: SourceRange { block.range }

  init(block: Block, level: Int, anchor: String) {
    let parts = EmojiAffix.split(block.text)
    self.text = String(EmojiAffix.trim(block.text[...]))
    self.title = parts.text
    self.emoji = parts.emoji
    self.level = level
    self.anchor = anchor
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

  /// The anchor that the heading would have were it the only one of its name.
  public var slug: String { Slugger.slug(block.text) }
}
