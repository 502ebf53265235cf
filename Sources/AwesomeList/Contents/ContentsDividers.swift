import Markdown
import Source

/// What is between the links of a contents list that is no Markdown list: ` • `, `</li>\n<li>`, ` |\n| `.
struct ContentsDividers {
  /// What most have between them; nil where there are words.
  let usual: String?
  private let contents: ContentsList
  private let source: SourceText

  init(_ contents: ContentsList, part: Int, in source: SourceText) {
    self.contents = contents
    self.source = source
    let links = contents.items.filter { $0.part == part }.map(\.link.range)
    var counts: [String: (count: Int, first: Int)] = [:]
    for (index, pair) in zip(links, links.dropFirst()).enumerated() where pair.0.upperBound <= pair.1.lowerBound {
      let text = source[SourceRange(pair.0.upperBound, pair.1.lowerBound)]
      guard Self.divides(text) else { continue }
      counts[text, default: (0, index)].count += 1
    }
    usual = counts.max { ($0.value.count, -$0.value.first) < ($1.value.count, -$1.value.first) }?.key
  }

  /// Whether a new link and a divider can be put beside an item: what is there now keeps its meaning.
  func canDivide(_ index: Int, isBefore: Bool) -> Bool {
    let item = contents.items[index]
    let neighbour = isBefore ? index - 1 : index + 1
    guard contents.items.indices.contains(neighbour), contents.items[neighbour].part == item.part else { return true }
    let other = contents.items[neighbour].link.range
    let between =
      isBefore
      ? SourceRange(other.upperBound, item.link.range.lowerBound)
      : SourceRange(item.link.range.upperBound, other.lowerBound)
    return Self.divides(source[between])
  }

  /// Whether a text has no words, and no tags but those of items, lines and cells.
  private static func divides(_ text: String) -> Bool {
    if text.utf8.isEmpty || text.contains("--") { return false }
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "<") else { continue }
      let name = Substring(rest.prefix { $0 != UInt8(ascii: ">") && $0 > 0x20 }.drop { $0 == UInt8(ascii: "/") })
      guard ["li", "br", "br/", "td", "tr", "p", "b", "strong", "span", "code"].contains(name.lowercased()) else {
        return false
      }
      rest = rest.drop { $0 != UInt8(ascii: ">") }
    }
    let words = text.replacing(/<[^>]*>/, with: "").replacing(/&[a-zA-Z]+;|&#[0-9]+;/, with: "")
    return !words.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
