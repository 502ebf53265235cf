import AwesomeList
import Markdown
import Source

/// The values of the page's template, which escapes every text.
struct PageModel {
  struct PageSection {
    let title: String
    let anchor: String
    /// The element of the heading: `h2` to `h6`.
    let heading: String
    let notes: [String]
    let entries: [PageEntry]
    let hasEntries: Bool
    let sections: [PageSection]
    let hasSections: Bool
  }

  /// The flags are needed because Mustache looks up missing names in the parent entry.
  struct PageEntry {
    let title: String
    /// A safe address; empty if there is none.
    let url: String
    let hasURL: Bool
    let description: String
    let hasDescription: Bool
    let tags: [String]
    let hasTags: Bool
    let links: [PageLink]
    let hasLinks: Bool
    /// The nested entries.
    let entries: [PageEntry]
    let hasEntries: Bool
  }

  struct PageLink {
    let text: String
    let url: String
  }

  let title: String
  let blurb: String
  let hasBlurb: Bool
  let count: Int
  let noun: String
  let entries: [PageEntry]
  let hasEntries: Bool
  let sections: [PageSection]
  let hasSections: Bool

  init(_ list: List) {
    title = list.title?.text ?? "Awesome list"
    blurb = list.blurb?.text ?? ""
    hasBlurb = !blurb.isEmpty
    count = list.entries.count { $0.url.flatMap(SafeAddress.of) != nil }
    noun = count == 1 ? "entry" : "entries"
    entries = list.looseEntries.map(Self.entry)
    hasEntries = !entries.isEmpty
    sections = Self.withoutContents(list.sections, of: list).map(Self.section)
    hasSections = !sections.isEmpty
  }

  /// The sections with that of the contents list replaced by its subsections: the page has its own contents.
  private static func withoutContents(_ sections: [Section], of list: List) -> [Section] {
    sections.flatMap { section in
      let isNamed = section.heading.isContents && section.entries.isEmpty
      return isNamed || section.heading.range == list.contents?.heading?.range ? section.sections : [section]
    }
  }

  private static func section(_ section: Section) -> PageSection {
    let entries = section.entries.map(entry)
    let sections = section.sections.map(Self.section)
    return PageSection(
      title: section.heading.text, anchor: section.anchor, heading: "h\(min(max(section.level, 2), 6))",
      notes: notes(section.elements),
      entries: entries, hasEntries: !entries.isEmpty, sections: sections, hasSections: !sections.isEmpty)
  }

  private static func entry(_ entry: Entry) -> PageEntry {
    let links = entry.furtherLinks.compactMap { link in
      SafeAddress.of(link.url).map { PageLink(text: link.text.isEmpty ? $0 : link.text, url: $0) }
    }
    let url = entry.url.flatMap(SafeAddress.of) ?? ""
    let description = entry.description?.text ?? ""
    let children = entry.children.map(Self.entry)
    return PageEntry(
      title: entry.title.isEmpty ? entry.url ?? "" : entry.title, url: url, hasURL: !url.isEmpty,
      description: description, hasDescription: !description.isEmpty, tags: entry.tags, hasTags: !entry.tags.isEmpty,
      links: links, hasLinks: !links.isEmpty, entries: children, hasEntries: !children.isEmpty)
  }

  /// The paragraphs and quotes that are not entries.
  private static func notes(_ elements: [Element]) -> [String] {
    elements.flatMap { element -> [String] in
      guard case .kept(let block) = element else { return [] }
      switch block.kind {
      case .paragraph, .quote: return [block.visibleText].filter { !$0.isEmpty }
      default: return []
      }
    }
  }
}
