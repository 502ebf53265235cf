import AwesomeList
import Markdown
import Source

/// The values of the page, which escapes every text.
struct PageModel {
  struct PageSection {
    let title: String
    let anchor: String
    /// The level of the heading on the page: 2 to 6.
    let level: Int
    let blocks: [PageBlock]
    let sections: [PageSection]
  }

  let title: String
  /// A code of BCP 47; nil where it cannot be told.
  let language: String?
  let isRightToLeft: Bool
  /// At most one block.
  let blurb: [PageBlock]
  let count: Int
  let noun: String
  let blocks: [PageBlock]
  let sections: [PageSection]
  let about: PageAbout

  init(_ list: List, _ origin: ListOrigin) {
    let content = ListContent(list)
    let links = PageLinks(list, origin, content)
    let reader = PageReader(content: content, links: links)
    let language = ListLanguage(Self.texts(of: list, content))
    title = list.title?.text ?? "Awesome list"
    self.language = language.code
    isRightToLeft = language.isRightToLeft
    let isBlurb = { (block: Content) in block.offset == list.blurb?.range.lowerBound }
    blurb = links.blocks(content.preamble.filter(isBlurb))
    count = list.entries.count
    noun = count == 1 ? "entry" : "entries"
    blocks = reader.blocks(content.preamble.filter { !isBlurb($0) }, list.looseEntries)
    sections = list.sections.flatMap(reader.sections)
    about = PageAbout(list, origin, links)
  }

  /// The texts that show the language: names of entries are in any language.
  private static func texts(of list: List, _ content: ListContent) -> [String] {
    let blocks = content.preamble + list.allSections.flatMap(content.contents)
    return list.headings.map(\.text) + blocks.filter { $0.kind != .code }.map(\.text)
      + list.entries.map { $0.description?.text ?? $0.title }
  }
}

/// Reads sections, entries and other content for the page.
struct PageReader {
  let content: ListContent
  let links: PageLinks

  /// The section; its subsections instead if it is only a contents list, and nothing if it is empty.
  func sections(_ section: Section) -> [PageModel.PageSection] {
    let inner = section.sections.flatMap(sections)
    let blocks = blocks(content.contents(of: section), section.entries)
    if blocks.isEmpty, inner.isEmpty || section.heading.isContents { return inner }
    return [
      PageModel.PageSection(
        title: section.heading.text, anchor: section.anchor, level: min(max(section.level, 2), 6),
        blocks: blocks, sections: inner)
    ]
  }

  /// Blocks and entries in the order of the text.
  func blocks(_ contents: [Content], _ entries: [Entry]) -> [PageBlock] {
    var blocks: [PageBlock] = []
    var rest = entries.sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
    for block in contents {
      let before = rest.prefix { $0.range.lowerBound < block.offset }
      if !before.isEmpty { blocks.append(PageBlock(before.map(entry))) }
      rest = rest.dropFirst(before.count)
      blocks += links.blocks([block])
    }
    if !rest.isEmpty { blocks.append(PageBlock(rest.map(entry))) }
    return blocks
  }

  private func entry(_ entry: Entry) -> PageEntry {
    let blocks = content.contents(of: entry)
    let url = entry.url.flatMap(links.address)
    // A link in a block below the entry is shown there.
    var shown = Set(blocks.flatMap(\.allRuns).compactMap { $0.link.flatMap { links.address($0.url) } })
    if let url { shown.insert(url) }
    let more = content.links(of: entry).compactMap { link in
      links.address(link.url).flatMap { url in
        shown.insert(url).inserted ? PageRun(text: link.text.isEmpty ? url : link.text, url: url) : nil
      }
    }
    let title = entry.title.isEmpty ? entry.url ?? "" : entry.title
    let tags = entry.visibleTags.map { PageTag(text: $0, address: "#tag=" + PageLinks.encoded($0)) }
    let children = entry.children.map { self.entry($0) }
    return PageEntry(
      title: title, url: url, description: entry.description?.text ?? "", tags: tags, links: more,
      blocks: links.blocks(blocks), entries: children)
  }
}

extension Entry {
  /// The tags that can be seen, each once.
  var visibleTags: [String] {
    var seen: Set<String> = []
    return tags.map(\.trimmed).filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
