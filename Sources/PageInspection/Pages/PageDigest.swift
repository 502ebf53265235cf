public import HTTP
internal import Source

/// What two visits to one page have in common, though it shows the time, a number or its own address.
public struct PageDigest: Hashable, Sendable {
  /// How many words are kept, and how many pages must have to be compared at all.
  private static let most = 512
  private static let fewest = 3

  /// The hashes of the words of the title and the text, numbers and the words of the page's own address aside.
  private let words: Set<UInt64>

  /// What tells a page from others; `nil` where it has too few words for that.
  public init?(_ page: Page, at address: WebAddress) {
    let own = Set(Words.of(address.url))
    let all = Words.of(page.title ?? "") + Words.of(page.heading ?? "") + Words.of(page.text)
    let kept = all.lazy.filter { word in !own.contains(word) && !word.contains(where: \.isNumber) }
    words = Set(kept.prefix(Self.most).map { FNV1a.hash($0) })
    if words.count < Self.fewest { return nil }
  }

  /// Whether nine of ten words are the same.
  public func isSame(as other: PageDigest) -> Bool {
    let common = words.intersection(other.words).count
    return common * 10 >= (words.count + other.words.count - common) * 9
  }
}
