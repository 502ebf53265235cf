public import Source

/// A link or image in Markdown's syntax.
public struct Link: Hashable, Sendable {
  /// The syntax that a link is written in.
  public enum Form: Hashable, Sendable {
    /// `[text](destination "title")`
    case inline
    /// `[text][label]`, `[label][]` or `[label]`
    case reference
    /// `<https://example.org>` or `<name@example.org>`
    case autolink
    /// An address in the text without any mark.
    case bare
  }

  public let form: Form
  public let isImage: Bool
  /// The whole construct; nil where the source could not be proven to hold it.
  public let range: SourceRange?
  /// What stands between the brackets; of the forms without brackets, the address.
  public let textRange: SourceRange?
  /// The destination as it is written here, without angle brackets; nil for references (see `LinkDefinition`).
  public let destinationRange: SourceRange?
  /// The destination as it is written in the definition that a reference names; nil for other forms.
  public internal(set) var definitionRange: SourceRange?
  /// The title as it is written here, without its quotes.
  public let titleRange: SourceRange?
  /// Where the link leads, with escapes and entities resolved and nothing else changed.
  public let destination: String
  /// The title with escapes and entities resolved; nil where there is none.
  public let title: String?
  /// The text that a reader sees; of an image, its alternative text.
  public let text: String
}
