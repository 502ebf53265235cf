/// A URL as it is written, with the places where it stands.
public struct LinkToCheck: Hashable, Sendable {
  /// The destination with its Markdown escapes and character references resolved, otherwise untouched.
  public var url: String
  /// In file order.
  public var occurrences: [LinkOccurrence]
  /// What the list calls the page: the link's text, the entry's title.
  public var names: [String]

  public init(url: String, occurrences: [LinkOccurrence] = [], names: [String] = []) {
    self.url = url
    self.occurrences = occurrences
    self.names = names
  }
}
