public import AwesomeList

/// What a rendered list may look like; the defaults keep what the source has.
public struct RenderOptions: Hashable, Sendable {
  public var shape = ShapeOption.keep
  public var contents = ContentsOption.keep
  /// How many levels of sections the contents list has, 1 or more; nil for as many as it has, else 1.
  public var contentsDepth: Int?
  /// The heading of a contents list that has none yet.
  public var contentsTitle = "Contents"
  /// Whether a heading whose anchor moves gets an invisible anchor of the old name, so that links from elsewhere still work.
  public var keepsAnchors = false
  /// The alphabet by which the items of lists of entries are sorted; nil to keep the order. Numbered lists keep theirs.
  public var alphabet: Alphabet?
  public var emoji = EmojiOption.keep
  /// Whether emoji that show as plain signs without U+FE0F get it.
  public var completesEmoji = false
  /// Whether the numbers with which headings of sections begin stay.
  public var keepsNumbers = true
  /// Markdown before the list, between marks of its own.
  public var header: String?
  /// Markdown behind the list, between marks of its own.
  public var footer: String?

  public init() {}
}
