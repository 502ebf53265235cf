/// The form in which an entry is written.
public enum EntryShape: String, Hashable, Sendable, CaseIterable {
  /// `[x](u) - text`
  case dash
  /// `[x](u) – text`
  case enDash = "en-dash"
  /// `[x](u) — text`
  case emDash = "em-dash"
  /// `[x](u): text`
  case colon
  /// Text after the link, without a separator or with another one.
  case text
  /// Text only before the link: `text: [x](u)`, `Name - text. [GitHub](u)`, `Name <https://example.org>`.
  case label
  /// A block quote after the link, inside the item or below it.
  case quote
  /// A second paragraph, in the item or after a paragraph with only the link.
  case paragraph
  /// Only a link.
  case link
  /// A label over other entries.
  case group
  /// A line of a paragraph, without a list marker.
  case line
  /// `<details>` with the link in its `<summary>`.
  case details
  /// An element of raw HTML, such as `<li>`, other than `<details>`.
  case html
  /// A table row.
  case row
  /// A heading that is a link or has one below it, with text and sections about it.
  case heading
}
