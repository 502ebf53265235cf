import Markdown
import Source

/// Reads sections as projects: the heading is a link, or names a project whose link is below it.
struct ProjectReader {
  struct Project {
    let entry: Entry
    /// The blocks below the heading.
    let blocks: [Block]
  }

  /// For each section its project, if it is one.
  private(set) var projects: [Project?] = []

  private let builder: EntryBuilder
  /// The titles of sections inside of two or more sections.
  private var repeated: Set<String> = []

  init(_ sections: [Section], builder: EntryBuilder) {
    self.builder = builder
    let links = sections.map { section in mayBeProject(section) ? onlyLink(section.heading.block) : nil }
    repeated = Self.repeatedTitles(zip(sections, links).filter { $0.1 != nil }.map(\.0))
    let linked = zip(sections, links).map { section, link in link != nil && isProject(section) }
    let pages = zip(sections, links).map { section, link in
      link == nil && mayBeProject(section) && isProject(section) ? page(of: section) : nil
    }
    // One heading with a link may be a section, unless the sections in it describe a project.
    let areLinked =
      linked.count { $0 } > 1 || zip(sections, linked).contains { $1 && !$0.sections.isEmpty }
    let pageCount = pages.count { $0 != nil }
    let others = sections.count { $0.footer == nil && !$0.heading.isContents }
    let areNamed = pageCount > 1 && pageCount * 2 >= others
    for (index, section) in sections.enumerated() {
      let link = linked[index] && areLinked ? links[index] : areNamed ? pages[index] : nil
      projects.append(link.map { project(section, link: $0) })
    }
  }

  private func mayBeProject(_ section: Section) -> Bool {
    section.heading.level > 1 && section.footer == nil && !section.heading.isContents && !section.title.isEmpty
  }

  /// Whether there are no entries below a heading, except links that only say what they lead to, and sections about it.
  private func isProject(_ section: Section) -> Bool {
    section.elements.allSatisfy(\.isAboutProject) && section.sections.allSatisfy(isPart)
  }

  /// Whether a section is a part of the description of a project.
  private func isPart(_ section: Section) -> Bool {
    guard section.sections.isEmpty, !section.elements.contains(where: \.isContents) else { return false }
    let title = section.title.lettersAndSpaces.trimmed
    if Self.linkTitles.contains(title) { return true }
    guard Self.titles.contains(title) || repeated.contains(title) else { return false }
    // Described entries below headings such as “Documentation” are a section's own.
    return section.elements.allSatisfy { $0.entries.allSatisfy { $0.isPage || $0.description == nil } }
  }

  private static func repeatedTitles(_ sections: [Section]) -> Set<String> {
    var counts: [String: Int] = [:]
    for section in sections {
      for title in Set(section.sections.map { $0.title.lettersAndSpaces.trimmed }) { counts[title, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  // MARK: Links

  /// The web link that a heading consists of, apart from emoji and images.
  private func onlyLink(_ heading: Block) -> ListLink? {
    let text = flatText(heading)
    var found: ListLink?
    for span in text.spans {
      switch span.kind {
      case .link(let index, _):
        if span.bounds.isEmpty { continue }
        guard found == nil, text.links[index].url.begins(with: "http") else { return nil }
        found = text.links[index]
      case .text: if text.hasWords(span.bounds) { return nil }
      case .code: return nil
      case .image, .lineBreak: continue
      }
    }
    return found
  }

  private func flatText(_ block: Block) -> FlatText {
    block.kind == .html ? FlatText(builder.html.tokens(in: block.range)) : FlatText(block, html: builder.html)
  }

  /// The first link below a heading that is separate from other text and leads to the project's page.
  private func page(of section: Section) -> ListLink? {
    for element in section.elements + section.sections.flatMap(\.elements) {
      switch element {
      case .entries(let entries, _):
        if let link = entries.first(where: \.isPage)?.link, link.url.begins(with: "http") { return link }
      case .kept(let block):
        if let link = texts(of: block).lazy.compactMap({ $0.page(of: section.title) }).first { return link }
      case .contents: return nil
      }
    }
    return nil
  }

  /// The text of a paragraph, also in a quote, or those of the items of a list.
  private func texts(of block: Block) -> [FlatText] {
    switch block.kind {
    case .paragraph, .html: [flatText(block)]
    case .quote: block.firstChild.map { $0.kind == .paragraph ? [flatText($0)] : [] } ?? []
    case .list: block.children.compactMap(\.firstChild).filter { $0.kind == .paragraph }.map(flatText)
    default: []
    }
  }

  // MARK: Entries

  private func project(_ section: Section, link: ListLink) -> Project {
    let heading = section.heading.block
    let own = section.elements.flatMap(\.blocks)
    let below = section.sections.flatMap { [$0.heading.block] + $0.elements.flatMap(\.blocks) }
    var parts = EntryBody(builder: builder)
    for block in own where describes(block) { parts.add([block]) }
    let links = (own + below).flatMap { builder.links(in: $0) }.filter { $0.range != link.range }
    let entry = Entry(
      title: section.title, link: link, furtherLinks: links, description: parts.description ?? description(in: section),
      tags: parts.tags, children: [], shape: .heading,
      range: (own + below).reduce(heading.range) { $0.union($1.range) })
    return Project(entry: entry, blocks: own + below)
  }

  /// Whether a block has more words than links to pages and their labels.
  private func describes(_ block: Block) -> Bool {
    guard !block.isList, block.kind != .html, let text = texts(of: block).first else { return true }
    let line = EntryLine(text)
    guard let link = line.link else { return true }
    return line.description != nil || line.strength != .strong
      || !PageLabel.isLabel(line.title, of: link.url)
        && !text.spans.allSatisfy { if case .text = $0.kind { !text.hasWords($0.bounds) } else { true } }
  }

  /// The text of a section such as “Description”.
  private func description(in project: Section) -> Description? {
    let sections = project.sections.filter { Self.descriptionTitles.contains($0.title.lettersAndSpaces.trimmed) }
    let blocks = sections.flatMap(\.elements).flatMap(\.blocks)
    return blocks.lazy.filter { $0.kind != .html }.compactMap { builder.description($0) }.first
  }
}

extension Element {
  /// Whether there are no entries, except links that only say what kind of page they lead to.
  fileprivate var isAboutProject: Bool {
    switch self {
    case .kept: true
    case .contents: false
    case .entries(let entries, _): entries.allSatisfy { $0.isPage || $0.isDetail }
    }
  }
}

extension FlatText {
  /// The first web link that is separate from other text and only says what it leads to, or has the project's name.
  fileprivate func page(of project: String) -> ListLink? {
    for (index, span) in spans.enumerated() {
      guard case .link(let number, _) = span.kind, !span.bounds.isEmpty, links[number].url.begins(with: "http"),
        case let label = string(span.bounds),
        PageLabel.isLabel(label, of: links[number].url) || label.lowercased().contains(project.lowercased()),
        standsAlone(before: index), standsAlone(after: index)
      else { continue }
      return links[number]
    }
    return nil
  }

  /// Whether no words come between a span and the end of a sentence, the next link or line.
  private func standsAlone(after index: Int) -> Bool {
    for span in spans[(index + 1)...] {
      switch span.kind {
      case .text where hasWords(span.bounds): return !bytes[trimmed(span.bounds)].prefix(1).allSatisfy(\.isASCIILetter)
      case .link, .lineBreak: return true
      default: continue
      }
    }
    return true
  }

  private func standsAlone(before index: Int) -> Bool {
    for span in spans[..<index].reversed() {
      switch span.kind {
      case .text where hasWords(span.bounds):
        return endsWithPunctuation(span.bounds)
          || bytes[trimmed(span.bounds)].last.map { ".!?,;)".utf8.contains($0) } ?? true
      case .link, .lineBreak: return true
      default: continue
      }
    }
    return true
  }
}
