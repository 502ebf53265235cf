import AwesomeList
import Markdown
import Source

/// Where a list has its contents list, whatever the form of that.
struct ContentsPlace {
  /// The heading above it; nil where it has none.
  let heading: Heading?
  /// The list, line, table or raw HTML that says no more than a generated list would, so that it can be written anew; nil where there is
  /// none, or one with words or places of its own.
  let block: Block?
  /// Whether the list has none yet.
  let isAbsent: Bool
  /// How many levels of sections it names, or else 1.
  let depth: Int

  /// `anchors` are those that headings have got while the links in the list do not follow yet.
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

  /// The heading that goes with the contents list when that goes: it has nothing else below it.
  func removableHeading(in list: List) -> Heading? {
    guard block != nil, let heading, let section = list.allSections.first(where: { $0.heading.range == heading.range })
    else { return nil }
    return section.sections.isEmpty && section.elements.count == 1 ? heading : nil
  }

  /// Whether a block without a heading is a contents list all the same: it leads to every section of the highest level.
  private static func namesAllSections(_ block: Block, of list: List, _ anchors: AnchorMap) -> Bool {
    let sections = list.sections.filter { !$0.isFooter }
    guard sections.count > 1 else { return false }
    let fragments = Set(list.links(in: block).map { Anchors.target(of: String(anchors.address($0.url).dropFirst())) })
    return sections.allSatisfy { fragments.contains($0.anchor) }
  }
}

/// How deep the sections of a list are, those of the highest level being 1.
private struct SectionLevels {
  private let list: List
  private var byAnchor: [String: Int] = [:]
  private var byText: [String: Int] = [:]

  /// A contents heading of a high level has the list's sections below it.
  init(_ list: List, below heading: Heading?) {
    self.list = list
    if let title = list.title { add(title, 0) }
    for section in list.sections { add(section, 1, below: heading) }
  }

  /// The levels of the sections that a block's links lead to; nil where it says or leads to more than sections.
  ///
  /// A link that leads nowhere is no loss. One to an anchor of the list's own names the section that is called like it.
  func named(by block: Block, _ anchors: AnchorMap) -> [Int]? {
    let links = list.links(in: block)
    guard !links.isEmpty, block.holdsSectionLinksOnly else { return nil }
    var levels: [Int] = []
    for link in links {
      let fragment = String(anchors.address(link.url).dropFirst())
      if let level = byAnchor[Anchors.target(of: fragment)] ?? byText[link.text] {
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
    // Sections about the project are left out, with all that is below them.
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
