public import HTTP
internal import Source

/// The words that two visits to one page share, even if it shows the time, a number or its address.
public struct PageDigest: Hashable, Sendable {
  /// The largest number of words, and the smallest number with which pages are compared.
  private static let most = 512
  private static let fewest = 3

  /// The hashes of the words of the title and the text, without numbers and words of the page's address.
  private let words: Set<UInt64>

  /// Makes the digest of a page; `nil` for a page with too few words.
  public init?(_ page: Page, at address: WebAddress) {
    let own = Set(Words.of(address.url))
    let all = Words.of(page.title ?? "") + Words.of(page.heading ?? "") + Words.of(page.text)
    let kept = all.lazy.filter { word in !own.contains(word) && !word.contains(where: \.isNumber) }
    words = Set(kept.prefix(Self.most).map { FNV1a.hash($0) })
    if words.count < Self.fewest { return nil }
  }

  /// Whether nine in ten words are the same.
  public func isSame(as other: PageDigest) -> Bool {
    let common = words.intersection(other.words).count
    return common * 10 >= (words.count + other.words.count - common) * 9
  }
}
