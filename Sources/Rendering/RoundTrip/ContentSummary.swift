import AwesomeList
import Markdown
import Source

/// The content of runs of entries, sorted so that their order does not matter.
struct ContentSummary {
  let entries: [String]
  let links: [String]
  let words: [String]

  init(_ index: OffsetIndex, in range: SourceRange, blocks: [Block], address: (String) -> String, hasWords: Bool) {
    entries = index.entries(in: range).map { entry in
      "\(entry.title.words.joined(separator: " ")) <\(entry.url.map(address) ?? "")> \(entry.description?.text.words.joined(separator: " ") ?? "")"
    }.sorted()
    links = index.links(in: range).map { address($0.url) }.sorted()
    words = hasWords ? blocks.flatMap { $0.visibleText.words.map(String.init) }.sorted() : []
  }

  /// The first difference as a sentence; nil where there is none.
  func difference(from other: ContentSummary) -> String? {
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
