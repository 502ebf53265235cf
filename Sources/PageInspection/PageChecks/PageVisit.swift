public import HTTP

/// A page that answered, with how we came there and what the list says about it.
public struct PageVisit {
  let page: Page
  /// What the link says, and where its redirects ended.
  let asked: WebAddress
  let reached: WebAddress
  /// Whether a redirect named a part of the page.
  let namesPart: Bool
  let headers: [HeaderField]
  /// The beginning of the body, decoded.
  let body: [UInt8]
  /// Whether the page was read to its end.
  let isWhole: Bool
  /// What the list calls the page: the texts of its links and the titles of its entries.
  let names: [String]
  /// The words of the title and of the first heading, and of the text where it is short: a long one has too many to say anything.
  let title: [String]
  let heading: [String]
  let text: [String]

  public init(
    page: Page, asked: WebAddress, reached: WebAddress, namesPart: Bool = false, headers: [HeaderField] = [],
    body: [UInt8] = [], isWhole: Bool = true, names: [String] = []
  ) {
    (self.page, self.asked, self.reached, self.namesPart) = (page, asked, reached, namesPart)
    (self.headers, self.body, self.isWhole, self.names) = (headers, body, isWhole, names)
    title = page.title.map { Words.of($0) } ?? []
    heading = page.heading.map { Words.of($0) } ?? []
    text = page.text.utf8.count < Self.shortText ? Words.of(page.text) : []
  }

  /// The number of bytes from which on a text has much to say.
  static let shortText = 2048

  /// Whether the text has fewer bytes than this; a text that is not short never has.
  func isShorter(than limit: Int = PageVisit.shortText) -> Bool { page.text.utf8.count < limit }

  var isRedirected: Bool { asked.url != reached.url }

  /// The words of the list's names for it.
  var nameWords: Set<String> { Set(names.flatMap { Words.of($0) }) }

  /// The words of the title and the first heading.
  var titleWords: Set<String> { Set(title + heading) }

  /// Whether the list's names for the page, or its address, share a word with the page's title.
  var sharesWords: Bool {
    let title = Words.telling(titleWords)
    return !title.isDisjoint(with: nameWords) || !title.isDisjoint(with: Words.of(asked.url))
  }

  /// Whether the list's names for the page share a word with its title that says something.
  var isCalledAlike: Bool {
    !Words.telling(titleWords).subtracting(Words.common).isDisjoint(with: nameWords)
  }

  /// Whether one of the list's names says this phrase itself.
  func isNamed(_ phrase: Phrase) -> Bool {
    names.contains { Words.contain(Words.of($0), phrase.words) }
  }
}
