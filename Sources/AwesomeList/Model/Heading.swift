public import Markdown
public import Source

/// A heading in Markdown or HTML, with its anchor.
public struct Heading: Sendable {
  /// The visible text.
  public let text: String
  /// The text without the emoji at its start or end.
  public let title: String
  /// The emoji at the start or end.
  public let emoji: String?
  /// 1 to 6.
  public let level: Int
  /// The anchor on GitHub, without the `#`.
  public let anchor: String
  /// The heading, or the raw HTML block that contains it.
  public let block: Block

  /// The text with the spaces around it, which are part of the anchor.
  private let words: String

  public var range: SourceRange { block.range }

  /// The anchor without regard to other headings of this name.
  public var slug: String { Slugger.slug(words) }

  /// - Parameter words: the text of an HTML heading; nil for the block's text.
  init(block: Block, words: String? = nil, level: Int, anchor: String) {
    let words = words ?? block.text
    let parts = EmojiAffix.split(words)
    self.text = words.trimmed
    self.title = parts.text
    self.emoji = parts.emoji
    self.level = level
    self.anchor = anchor
    self.words = words
    self.block = block
  }
}

extension Heading {
  /// The heading's words in the source, without its syntax; the whole heading if they are not located.
  public var textRange: SourceRange {
    let ranges = block.inlines.compactMap(\.range)
    guard let first = ranges.first, let last = ranges.last else { return block.range }
    return first.union(last)
  }

  /// Whether the heading names a contents list.
  public var isContents: Bool { ContentsFinder.isTitle(title) }
}
