import AwesomeList
import Markdown
import Source

/// The place of a list's contents list, whatever its form.
struct ContentsPlace {
  /// The heading above it, if any.
  let heading: Heading?
  /// The list, line, table or raw HTML to replace; nil where there is no contents list, or one with more content than a generated one.
  let block: Block?
  /// Whether there is no contents list yet.
  let isAbsent: Bool
  /// The levels of sections in it, 1 or more.
  let depth: Int

  /// `anchors` leads from the anchors that the list's links still use to those of its headings.
  init(_ list: List, _ anchors: AnchorMap) {
    var heading: Heading?
    var candidate: Block?
    var isAbsent = true
    if let contents = list.contents {
      (heading, candidate, isAbsent) = (contents.heading, contents.list, false)
    } else if let section = list.allSections.first(where: \.heading.isContents) {
      let blocks = section.elements.flatMap(\.blocks).filter { !$0.isComment }
      heading = section.heading
      candidate = blocks.count == 1 ? blocks[0] : nil
      isAbsent = blocks.isEmpty
    } else if let block = list.preamble.flatMap(\.blocks).first(where: { Self.namesAllSections($0, of: list, anchors) })
    {
      (candidate, isAbsent) = (block, false)
    }
    let named = candidate.flatMap { SectionLevels(list, below: heading).named(by: $0, anchors) }
    self.heading = heading
    self.isAbsent = isAbsent
    block = named == nil ? nil : candidate
    depth = max(named?.max() ?? 1, 1)
  }

  /// The heading to remove with the contents list: it has nothing else below it.
  func removableHeading(in list: List) -> Heading? {
    guard block != nil, let heading, let section = list.allSections.first(where: { $0.heading.range == heading.range })
    else { return nil }
    return section.sections.isEmpty && section.elements.count == 1 ? heading : nil
  }

  /// Whether a block without a heading is a contents list: it links to every top-level section.
  private static func namesAllSections(_ block: Block, of list: List, _ anchors: AnchorMap) -> Bool {
    let sections = list.sections.filter { !$0.isFooter }
    guard sections.count > 1 else { return false }
    let fragments = Set(
      list.links(in: block).map { anchors.address($0.url).ownFragment.flatMap(list.anchors.target) ?? $0.url })
    return sections.allSatisfy { fragments.contains($0.anchor) }
  }
}

/// The depths of a list's sections, from 1.
private struct SectionLevels {
  private let list: List
  private var byAnchor: [String: Int] = [:]
  private var byText: [String: Int] = [:]

  /// A contents heading of a high level may have the list's sections below it.
  init(_ list: List, below heading: Heading?) {
    self.list = list
    if let title = list.title { add(title, 0) }
    for section in list.sections { add(section, 1, below: heading) }
  }

  /// The depths of the sections that a block links to; nil where it has other words or links.
  ///
  /// A link without a target may be lost. One to an explicit anchor means the section with the link's text.
  func named(by block: Block, _ anchors: AnchorMap) -> [Int]? {
    let links = list.links(in: block)
    guard !links.isEmpty, block.containsOnlySectionLinks else { return nil }
    var levels: [Int] = []
    for link in links {
      let fragment = anchors.address(link.url).ownFragment ?? ""
      if let level = list.anchors.target(for: fragment).flatMap({ byAnchor[$0] }) ?? byText[link.text] {
        levels.append(level)
      } else if list.anchors.resolves(fragment) {
        return nil
      }
    }
    return levels
  }

  private mutating func add(_ section: Section, _ level: Int, below heading: Heading?) {
    let isContents = section.heading.range == heading?.range
    add(section.heading, isContents ? 0 : level)
    // Sections about the project are left out with their subsections.
    for inner in section.sections { add(inner, section.isFooter ? 0 : isContents ? level : level + 1, below: heading) }
  }

  private mutating func add(_ heading: Heading, _ level: Int) {
    byAnchor[heading.anchor] = level
    for text in [heading.text, heading.title] { byText[text] = max(byText[text] ?? 0, level) }
  }
}

extension List {
  fileprivate func links(in block: Block) -> [ListLink] { links.filter { block.range.contains($0.range) } }
}

extension Block {
  fileprivate var isComment: Bool {
    kind == .html && sourceText.bytes(in: range).starts(with: "<!--".utf8)
  }
}
