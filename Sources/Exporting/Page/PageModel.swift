import AwesomeList
import Markdown
import Source

/// The values of the page's template, which escapes every text.
///
/// The flags are needed because Mustache looks up missing names in the values around.
struct PageModel {
  struct PageSection {
    let title: String
    let anchor: String
    /// The element of the heading: `h2` to `h6`.
    let heading: String
    let blocks: [PageBlock]
    let sections: [PageSection]
    let hasSections: Bool
  }

  let title: String
  /// The attributes of the `html` element.
  let language: String
  let hasLanguage: Bool
  let isRightToLeft: Bool
  /// At most one block.
  let blurb: [PageBlock]
  let count: Int
  let noun: String
  let blocks: [PageBlock]
  let sections: [PageSection]
  let hasSections: Bool
  let about: PageAbout

  init(_ list: List, _ origin: ListOrigin) {
    let content = ListContent(list)
    let links = PageLinks(list, origin, content)
    let reader = PageReader(content: content, links: links)
    let language = ListLanguage(Self.texts(of: list, content))
    title = list.title?.text ?? "Awesome list"
    self.language = language.code ?? ""
    hasLanguage = language.code != nil
    isRightToLeft = language.isRightToLeft
    let isBlurb = { (block: Content) in block.offset == list.blurb?.range.lowerBound }
    blurb = links.blocks(content.preamble.filter(isBlurb))
    count = list.entries.count
    noun = count == 1 ? "entry" : "entries"
    blocks = reader.blocks(content.preamble.filter { !isBlurb($0) }, list.looseEntries)
    sections = list.sections.flatMap(reader.sections)
    hasSections = !sections.isEmpty
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
        title: section.heading.text, anchor: section.anchor, heading: "h\(min(max(section.level, 2), 6))",
        blocks: blocks, sections: inner, hasSections: !inner.isEmpty)
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
    let url = entry.url.flatMap(links.address) ?? ""
    // A link in a block below the entry is shown there.
    var shown = Set(blocks.flatMap(\.allRuns).compactMap { $0.link.flatMap { links.address($0.url) } } + [url])
    let more = content.links(of: entry).compactMap { link in
      links.address(link.url).flatMap { url in
        shown.insert(url).inserted ? PageRun(text: link.text.isEmpty ? url : link.text, url: url) : nil
      }
    }
    let title = entry.title.isEmpty ? entry.url ?? "" : entry.title
    let description = entry.description?.text ?? ""
    let tags = entry.visibleTags.map { PageTag(text: $0, address: "#tag=" + PageLinks.encoded($0)) }
    let children = entry.children.map { self.entry($0) }
    return PageEntry(
      title: title, url: url, hasURL: !url.isEmpty, description: description, hasDescription: !description.isEmpty,
      tags: tags, hasTags: !tags.isEmpty, links: more, hasLinks: !more.isEmpty, blocks: links.blocks(blocks),
      entries: children, hasEntries: !children.isEmpty)
  }
}

extension Entry {
  /// The tags that can be seen, each once.
  var visibleTags: [String] {
    var seen: Set<String> = []
    return tags.map(\.trimmed).filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
