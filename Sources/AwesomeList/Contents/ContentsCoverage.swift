import Source

/// The sections that should have an item in a contents list and have none.
///
/// The outermost sections should, unless the list names the sections in them instead. Sections of a lower level should where the list names nearly all
/// sections beside them, or nearly all of their level. Sections that are about the project never need to.
struct ContentsCoverage {
  /// The levels of sections that the list has; nil for those that its items show.
  let depth: Int?
  private let contents: ContentsList
  /// The sections that belong in a contents list; what a title means is found once.
  private let belonging: Set<Int>
  /// The sections with an item, those to add included.
  private var listed: Set<Int>
  private(set) var added: Set<Int> = []
  /// The sections in which there is one with an item.
  private var holding: Set<Int> = []

  /// The sections of one level, and those of them with an item.
  private struct Count {
    var all = 0
    var listed = 0
  }

  init(_ contents: ContentsList, mended: some Sequence<Section>, depth: Int?) {
    self.contents = contents
    self.depth = depth
    var belonging: Set<Int> = []
    Self.collect(contents.covered, into: &belonging)
    self.belonging = belonging
    listed = Set(contents.items.compactMap { $0.section?.start }).union(mended.map(\.start))
    // What is added may complete a level.
    var count = -1
    while added.count > count {
      count = added.count
      holding = []
      for section in contents.covered { note(section) }
      var counts: [Count] = []
      self.count(contents.covered, level: 0, &counts)
      add(contents.covered, level: 0, counts, isParentListed: true)
    }
  }

  private static func collect(_ sections: [Section], into belonging: inout Set<Int>) {
    for section in sections {
      if section.belongsInContents { belonging.insert(section.start) }
      collect(section.sections, into: &belonging)
    }
  }

  private func isListed(_ section: Section) -> Bool {
    listed.contains(section.start)
      || !contents.names.isEmpty && contents.names.contains(section.title.comparableName)
  }

  /// Whether the section or one in it has an item.
  private func isTouched(_ section: Section) -> Bool { isListed(section) || holding.contains(section.start) }

  @discardableResult
  private mutating func note(_ section: Section) -> Bool {
    var holds = false
    for inner in section.sections where note(inner) || isListed(inner) { holds = true }
    if holds { holding.insert(section.start) }
    return holds
  }

  private func count(_ sections: [Section], level: Int, _ counts: inout [Count]) {
    if sections.isEmpty { return }
    if counts.count == level { counts.append(Count()) }
    for section in sections where belonging.contains(section.start) {
      counts[level].all += 1
      if isTouched(section) { counts[level].listed += 1 }
      // What is in a section that gets its item now says nothing about the depth of the list.
      if !added.contains(section.start) { count(section.sections, level: level + 1, &counts) }
    }
  }

  private mutating func add(_ siblings: [Section], level: Int, _ counts: [Count], isParentListed: Bool) {
    let wanted = siblings.filter { belonging.contains($0.start) }
    if wants(wanted, level: level, counts, isParentListed: isParentListed) {
      for section in wanted where !isTouched(section) {
        added.insert(section.start)
        listed.insert(section.start)
      }
    }
    for section in wanted where !section.sections.isEmpty {
      add(section.sections, level: level + 1, counts, isParentListed: isListed(section))
    }
  }

  /// Whether all of these siblings should have an item.
  private func wants(_ siblings: [Section], level: Int, _ counts: [Count], isParentListed: Bool) -> Bool {
    guard level < counts.count else { return false }
    if let depth { return level < depth && counts[0].listed > 0 }
    let touched = siblings.count(where: isTouched)
    if level == 0 {
      // Where most are named only by those in them, they are the groups of the list.
      let own = siblings.count(where: isListed)
      return touched > 0 && own * 2 >= touched
    }
    guard isParentListed || touched > 0 else { return false }
    if touched > 1, touched * 3 >= siblings.count * 2 { return true }
    return counts[level].listed > 1 && counts[level].listed * 5 >= counts[level].all * 4
  }
}
