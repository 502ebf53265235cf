/// The form in which an entry was written.
public enum EntryShape: String, Hashable, Sendable, CaseIterable {
  /// `[x](u) - text`
  case dash
  /// `[x](u) – text`
  case enDash = "en-dash"
  /// `[x](u) — text`
  case emDash = "em-dash"
  /// `[x](u): text`
  case colon
  /// Text behind the link with no separator, or with one of none of the other shapes.
  case text
  /// Text before the link and none behind it: `text: [x](u)`
  case label
  /// A block quote behind the link, inside the item or below it.
  case quote
  /// A second paragraph in the item.
  case paragraph
  /// A link and nothing else.
  case link
  /// A label over the entries below it.
  case group
  /// A line of a paragraph, without a list's marker.
  case line
  /// `<details>` with the link in its `<summary>`.
  case details
  /// An element of raw HTML, such as `<li>`, other than `<details>`.
  case html
  /// A row of a table.
  case row
  /// A heading that is a link, with text below it.
  case heading
}
