/// A URL as it is written, with the places where it stands.
public struct LinkToCheck: Hashable, Sendable {
  /// The destination with its Markdown escapes and character references resolved, otherwise untouched.
  public var url: String
  /// In file order.
  public var occurrences: [LinkOccurrence]

  public init(url: String, occurrences: [LinkOccurrence] = []) {
    self.url = url
    self.occurrences = occurrences
  }
}
