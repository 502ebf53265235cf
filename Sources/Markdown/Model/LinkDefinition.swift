public import Source

/// A link reference definition: `[label]: destination "title"`.
///
/// Source: CommonMark 0.31, section 4.7.
public struct LinkDefinition: Hashable, Sendable {
  /// The label as written, without brackets.
  public let label: String
  /// From the label's bracket to the end of the title or destination.
  public let range: SourceRange
  /// The destination as written, without angle brackets.
  public let destinationRange: SourceRange
  /// The title as written, without its quotes.
  public let titleRange: SourceRange?
  /// The address with escapes and entities resolved and otherwise unchanged.
  public internal(set) var destination = ""
}

extension LinkDefinition {
  /// A label in the normal form in which matching labels are equal (CommonMark 0.31, section 6.3).
  public static func normalized(_ label: some StringProtocol) -> String {
    // Through upper case, because only that folds letters without a single counterpart, such as ß.
    let folded = label.lowercased().uppercased().lowercased()
    return folded.utf8.split(whereSeparator: \.isASCIIWhitespace).map { String(Substring($0)) }.joined(separator: " ")
  }
}
