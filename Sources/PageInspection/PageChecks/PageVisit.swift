public import HTTP

/// A page that answered, with the way to it and the list's names for it.
public struct PageVisit {
  let page: Page
  /// The link's address, and the address at the end of its redirects.
  let requested: WebAddress
  let reached: WebAddress
  /// Whether a redirect had a fragment.
  let hasFragment: Bool
  let headers: [HeaderField]
  /// The beginning of the body, decoded.
  let body: [UInt8]
  /// Whether the page was read to its end.
  let isWhole: Bool
  /// The list's names for the page: the texts of its links and the titles of its entries.
  let names: [String]
  /// The words of the title, of the first heading, and of the text if it is short: a long one has too many to mean anything.
  let title: [String]
  let heading: [String]
  let text: [String]

  public init(
    page: Page, requested: WebAddress, reached: WebAddress, hasFragment: Bool = false, headers: [HeaderField] = [],
    body: [UInt8] = [], isWhole: Bool = true, names: [String] = []
  ) {
    (self.page, self.requested, self.reached, self.hasFragment) = (page, requested, reached, hasFragment)
    (self.headers, self.body, self.isWhole, self.names) = (headers, body, isWhole, names)
    title = page.title.map { Words.of($0) } ?? []
    heading = page.heading.map { Words.of($0) } ?? []
    text = page.text.utf8.count < Self.shortText ? Words.of(page.text) : []
  }

  /// A text with fewer bytes is short.
  static let shortText = 2048

  /// Whether the text has fewer bytes.
  func isShorter(than limit: Int = PageVisit.shortText) -> Bool { page.text.utf8.count < limit }

  var isRedirected: Bool { requested.url != reached.url }

  /// The words of the list's names for it.
  var nameWords: Set<String> { Set(names.flatMap { Words.of($0) }) }

  /// The words of the title and the first heading.
  var titleWords: Set<String> { Set(title + heading) }

  /// Whether the list's names or the address share a word with the page's title.
  var sharesWords: Bool {
    let title = Words.significant(titleWords)
    return !title.isDisjoint(with: nameWords) || !title.isDisjoint(with: Words.of(requested.url))
  }

  /// Whether the list's names and the page's title share a significant word that is not a stop word.
  var isNamedAlike: Bool {
    !Words.significant(titleWords).subtracting(Words.stopWords).isDisjoint(with: nameWords)
  }

  /// Whether one of the list's names has this phrase.
  func isNamed(_ phrase: Phrase) -> Bool {
    names.contains { Words.contain(Words.of($0), phrase.words) }
  }
}
