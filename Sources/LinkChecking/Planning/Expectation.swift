/// What the links to one target want of its page.
public struct Expectation: Hashable, Sendable {
  /// What follows `#` in the links that have something there, undecoded; each once.
  public var fragments: [String] = []
  /// What the list calls the page: the texts of its links and the titles of its entries.
  public var names: [String] = []

  public init() {}
}
