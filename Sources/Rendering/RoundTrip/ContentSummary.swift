import AwesomeList
import Markdown
import Source

/// What runs of entries say, in an order that does not depend on theirs.
struct ListFacts {
  let entries: [String]
  let links: [String]
  let words: [String]

  init(_ places: ListPlaces, in range: SourceRange, blocks: [Block], address: (String) -> String, hasWords: Bool) {
    entries = places.entries(in: range).map { entry in
      "\(entry.title.words.joined(separator: " ")) <\(entry.url.map(address) ?? "")> \(entry.description?.text.words.joined(separator: " ") ?? "")"
    }.sorted()
    links = places.links(in: range).map { address($0.url) }.sorted()
    words = hasWords ? blocks.flatMap { $0.visibleText.words.map(String.init) }.sorted() : []
  }

  func difference(from other: ListFacts) -> String? {
    difference("the entry", entries, other.entries) ?? difference("the link to", links, other.links)
      ?? difference("the word", words, other.words)
  }

  private func difference(_ what: String, _ old: [String], _ new: [String]) -> String? {
    if old == new { return nil }
    let index = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    let before = index < old.count ? "“\(old[index])”" : "nothing"
    let after = index < new.count ? "“\(new[index])”" : "nothing"
    return "\(what) \(before) would become \(after)"
  }
}
