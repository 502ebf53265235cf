public import AwesomeList

/// The look of a rendered list; the defaults keep what the source has.
public struct RenderOptions: Hashable, Sendable {
  /// The form of what readers do not see: bullets, indentation, blank lines, delimiters.
  public enum Style: String, CaseIterable, Sendable {
    /// That of the list, with exceptions brought in line.
    case own
    /// The same for all lists.
    case canonical
  }

  /// The shape of the entries.
  public enum Shape: String, CaseIterable, Sendable {
    case keep
    /// `- [name](address) - description`
    case dash
    /// The description in a block quote on the line below.
    case quote
    /// A `details` element with the link in its summary and the description below it.
    case details
  }

  /// When to write a contents list.
  public enum Contents: String, CaseIterable, Sendable {
    /// Where the source has one.
    case keep
    case always
    case never
  }

  /// The form of emoji.
  public enum Emoji: String, CaseIterable, Sendable {
    case keep
    /// Characters: 🚀.
    case unicode
    /// GitHub's shortcodes: `:rocket:`.
    case shortcode
  }

  public var style = Style.own
  public var shape = Shape.keep
  public var contents = Contents.keep
  /// The levels of sections in the contents list, 1 or more; nil for as many as it has, or 1 in a new one. Items of deeper sections are taken out.
  public var contentsDepth: Int?
  /// The heading of a new contents list.
  public var contentsTitle = "Contents"
  /// Whether a heading whose anchor moves gets an invisible anchor of the old name, so that links from elsewhere still work.
  public var keepsAnchors = false
  /// How the entries are sorted; nil to keep their order. Numbered lists keep theirs.
  public var order: NameOrder?
  public var emoji = Emoji.keep
  /// Whether emoji that show as plain text without U+FE0F get it.
  public var completesEmoji = false
  /// Whether section headings keep their numbers.
  public var keepsNumbers = true
  /// Markdown before the list, between its own markers.
  public var header: String?
  /// Markdown after the list, between its own markers.
  public var footer: String?

  public init() {}
}
