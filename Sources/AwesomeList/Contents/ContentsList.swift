public import Markdown
public import Source

/// A contents list: what it covers, and where each of its items leads.
///
/// It is a list, line, table or raw HTML with links into the document, or several of them in groups.
public struct ContentsList: Sendable {
  /// The blocks with its links, in the order of the text.
  public let blocks: [Block]
  /// The heading above it, if any.
  public let heading: Heading?
  /// The chapter whose sections it covers; nil for those of the whole document.
  public let chapter: Section?
  /// Whether another tool writes it.
  public let isManaged: Bool

  package let items: [ContentsItem]
  /// The items of Markdown lists without a link, in which nothing is nested.
  package let unlinked: [Block]
  /// The names of its groups, and of its items without a link.
  let names: Set<String>
  /// The outermost sections that it covers, those before it left out.
  let covered: [Section]

  /// Whether it is made of Markdown lists.
  package var hasLists: Bool { blocks.contains(where: \.isList) }

  /// From the first of its blocks to the end of the last.
  var range: SourceRange { blocks.dropFirst().reduce(blocks[0].range) { $0.union($1.range) } }
}

extension List {
  /// Every contents list, in the order of the text.
  public var contentsLists: [ContentsList] {
    let sections = AnchoredSections(sections, anchors, in: document.source)
    return contentsLists(with: sections)
  }

  func contentsLists(with sections: AnchoredSections) -> [ContentsList] {
    let managed = ManagedRegions(document)
    var found: [(contents: ContentsList, isNamed: Bool)] = []
    for group in ContentsGroup.all(in: self, sections) {
      let reader = ContentsReader(group, self, sections)
      let scope = ContentsScope(
        of: reader.items.compactMap { $0.section?.start }, at: group.blocks[0].range, below: group.heading,
        in: self.sections)
      let contents = ContentsList(
        blocks: group.blocks, heading: group.heading, chapter: scope.chapter,
        isManaged: group.blocks.contains { managed.contains($0.range) }, items: reader.items,
        unlinked: reader.unlinked, names: reader.names.union(group.names), covered: scope.covered(after: group.range))
      if group.isNamed ? contents.namesSection : contents.isEvident {
        found.append((contents, group.isNamed))
      }
    }
    // Beside a named contents list, another one of the document is a line of links that its author chose.
    let hasNamed = found.contains { $0.isNamed && $0.contents.chapter == nil }
    return found.filter { $0.isNamed || $0.contents.chapter != nil || !hasNamed }.map(\.contents)
  }
}

extension ContentsList {
  /// Whether an item leads to a section or has its name.
  fileprivate var namesSection: Bool {
    items.contains { $0.section != nil } || covered.contains { names.contains($0.title.comparableName) }
  }

  /// Whether it is a contents list without being named one: it leads to most sections that it could cover, and to few others.
  fileprivate var isEvident: Bool {
    let targets = Set(items.compactMap { $0.section?.start })
    let wanted = covered.filter { !$0.isOptionalInContents && !$0.isEmpty }
    let listed = wanted.filter { targets.contains($0.start) }
    let others = items.count { $0.section == nil }
    return listed.count > 1 && listed.count * 3 >= wanted.count * 2 && others * 4 <= items.count
  }
}

/// An item of a contents list as a reader has it.
public struct ContentsOutlineItem: Sendable {
  public let text: String
  /// The anchor that it leads to; for one that leads nowhere, its address.
  public var target: String
  /// The number of lists around it.
  public let depth: Int
  /// The address as written, or else the link.
  public let place: SourceRange
}

extension ContentsList {
  /// Its items, in the order of the text.
  public func outline(in list: List) -> [ContentsOutlineItem] {
    items.map { item in
      var depth = item.block == nil ? 0 : 1
      var parent = item.parent
      while let index = parent {
        depth += 1
        parent = items[index].parent
      }
      let target = list.anchors.target(for: item.link.fragment) ?? "#" + item.link.fragment
      return ContentsOutlineItem(
        text: item.link.text, target: target, depth: depth, place: item.link.destinationRange ?? item.link.range)
    }
  }
}
