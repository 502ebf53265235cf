public import Source

/// A link reference definition: `[label]: destination "title"`.
///
/// Source: CommonMark 0.31, section 4.7.
public struct LinkDefinition: Hashable, Sendable {
  /// The label as it is written, without brackets.
  public let label: String
  /// From the label's bracket to the end of the title, or of the destination.
  public let range: SourceRange
  /// The destination as it is written, without angle brackets.
  public let destinationRange: SourceRange
  /// The title as it is written, without its quotes; nil where there is none.
  public let titleRange: SourceRange?
  /// Where the definition leads, with escapes and entities resolved and nothing else changed.
  public internal(set) var destination = ""
}

extension LinkDefinition {
  /// A label in the form in which two that match are equal: CommonMark 0.31, section 6.3.
  static func normalized(_ label: some StringProtocol) -> String {
    // Through upper case, because it alone folds letters that have no single counterpart, such as ß.
    label.lowercased().uppercased().lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
