import Markdown
import Markup
import Source

/// Headings in a block of raw HTML, each with the entries below it.
enum HTMLSections {
  /// The headings of a block that begins with one and has entries below one of them; else none.
  static func sections(of tokens: ArraySlice<HTMLToken>) -> [(heading: HTMLHeading, entries: [Entry])] {
    let headings = HTMLHeading.all(in: tokens).filter { !$0.text.isEmpty }
    guard let first = headings.first, let last = tokens.last,
      !FlatText(tokens.prefix { $0.range.lowerBound < first.range.lowerBound }).hasAnyWords
    else { return [] }
    var sections: [(heading: HTMLHeading, entries: [Entry])] = []
    var rest = tokens
    let ends = headings.dropFirst().map(\.range.lowerBound) + [last.range.upperBound]
    for (heading, end) in zip(headings, ends) {
      rest = rest.drop { $0.range.lowerBound < heading.range.upperBound }
      let below = rest.prefix { $0.range.lowerBound < end }
      sections.append((heading, HTMLEntries.entries(of: below)))
      rest = rest.dropFirst(below.count)
    }
    return sections.contains { !$0.entries.isEmpty } ? sections : []
  }
}
