import Markdown
import Source

/// Sections that are entries: each heading is a link, and the text below it is the description.
struct HeadingEntries {
  /// The entries, each with its blocks.
  private(set) var elements: [Element] = []
  /// The remaining sections.
  private(set) var sections: [Section]

  /// Reads the first sections as entries if there are at least two; sections in a contents list stay.
  init(_ sections: [Section], listed: Set<String>, builder: EntryBuilder) {
    self.sections = sections
    let found = sections.map { listed.contains($0.anchor) ? nil : Self.entry($0, builder) }.prefix { $0 != nil }
    guard found.count > 1 else { return }
    for (section, entry) in zip(sections, found) {
      guard let entry else { continue }
      elements.append(.entries([entry], blocks: [section.heading.block] + section.elements.flatMap(\.blocks)))
    }
    self.sections.removeFirst(found.count)
  }

  private static func entry(_ section: Section, _ builder: EntryBuilder) -> Entry? {
    let block = section.heading.block
    guard section.sections.isEmpty, section.heading.level > 1, section.elements.allSatisfy(\.isKept),
      let link = onlyLink(block), section.footer == nil
    else { return nil }
    let blocks = section.elements.flatMap(\.blocks)
    var parts = EntryBody(builder: builder)
    parts.add(blocks[...])
    return Entry(
      title: section.heading.title, link: link, furtherLinks: parts.links, description: parts.description,
      tags: parts.tags, children: [], shape: .heading,
      range: blocks.reduce(block.range) { $0.union($1.range) })
  }

  /// The web link that a heading consists of, apart from emoji and images.
  private static func onlyLink(_ heading: Block) -> ListLink? {
    var found: ListLink?
    for inline in heading.inlines {
      switch inline.kind {
      case .link:
        guard found == nil, let link = inline.link, link.destination.hasPrefix("http"), !inline.text.isEmpty else {
          return nil
        }
        found = ListLink(link)
      case .text where inline.text.contains(where: { $0.isLetter || $0.isNumber }): return nil
      case .text, .image: continue
      default: return nil
      }
    }
    return found
  }
}

extension Element {
  var isKept: Bool {
    if case .kept = self { true } else { false }
  }

  var isContents: Bool {
    if case .contents = self { true } else { false }
  }
}
