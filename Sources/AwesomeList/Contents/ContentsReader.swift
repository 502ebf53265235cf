import Markdown
import Source

/// Reads the items of a contents list.
struct ContentsReader {
  private(set) var items: [ContentsItem] = []
  private(set) var unlinked: [Block] = []
  private(set) var names: Set<String> = []
  private let list: List
  private let sections: AnchoredSections

  init(_ group: ContentsGroup, _ list: List, _ sections: AnchoredSections) {
    self.list = list
    self.sections = sections
    for (part, block) in group.blocks.enumerated() {
      let links = ContentsLink.all(in: block, of: list)
      if block.isList {
        var rest = links[...]
        read(block, &rest, part: part, below: nil)
      } else {
        for link in links { add(link, part: part) }
      }
    }
  }

  /// Reads a Markdown list; `links` are those that are not read yet.
  private mutating func read(_ list: Block, _ links: inout ArraySlice<ContentsLink>, part: Int, below parent: Int?) {
    for block in list.children {
      var place: Int?
      var isFirst = true
      for child in block.children {
        if child.isList {
          read(child, &links, part: part, below: place)
          continue
        }
        let own = links.prefix { $0.range.lowerBound < child.range.upperBound }
        links.removeFirst(own.count)
        for link in own {
          if isFirst {
            place = items.count
            add(link, part: part, block: block, list: list, parent: parent)
          } else {
            add(link, part: part)
          }
          isFirst = false
        }
        guard own.isEmpty, isFirst else { continue }
        names.insert(child.visibleText.comparableName)
        if block.childCount == 1, child.linkSlice.isEmpty { unlinked.append(block) }
      }
    }
  }

  private mutating func add(
    _ link: ContentsLink, part: Int, block: Block? = nil, list: Block? = nil, parent: Int? = nil
  ) {
    let section = sections.section(at: link.fragment, named: link.text)
    let isDead = section == nil && !self.list.anchors.resolves(link.fragment)
    // One that leads elsewhere names the section of its text.
    if section == nil, !isDead { names.insert(link.text.comparableName) }
    items.append(
      ContentsItem(
        link: link, section: section, isDead: isDead, part: part, block: block, list: list, parent: parent))
  }
}
