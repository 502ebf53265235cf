import AwesomeList
import Diagnostics
import Markdown
import Source

/// A contents list with the sections that its items lead to.
struct ContentsIndex {
  /// An item that leads to a section.
  struct Item {
    let text: String
    let textRange: SourceRange
    let linkRange: SourceRange
    let destinationRange: SourceRange?
    /// Whether the text has no marks in it.
    let isPlain: Bool
    let section: Section
    /// The list's item, from its marker to the end of what is nested below.
    let block: Block
    /// The place of its list among the lists.
    let list: Int
    /// The place among the items of the one above; nil for an outermost one, and where that leads to no section.
    let parent: Int?

    /// The section of this name below that of the item above, where the item leads to one of the same name elsewhere.
    func namesake(below parent: Item) -> Section? {
      guard !parent.section.sections.contains(where: { $0.heading.range == section.heading.range }) else { return nil }
      let named = parent.section.sections.filter { $0.title.lettersAndDigits == text.lettersAndDigits }
      return named.count == 1 && !text.lettersAndDigits.isEmpty ? named.first : nil
    }
  }

  private(set) var items: [Item] = []
  /// The items without a link that have nothing below them.
  private(set) var unlinked: [Block] = []
  /// The contents list and those within it.
  private var lists: [Block] = []
  /// The sections that should have an item and have none.
  private(set) var missing: [Section] = []
  private let context: RuleContext
  /// Where each section is among its siblings, by the start of its heading; the headings of one block of HTML share theirs.
  private var places: [Int: (group: Int, position: Int)] = [:]
  private var groups: [Group] = []

  /// Sections beside one another.
  private struct Group {
    /// The starts of their headings.
    let starts: [Int]
    /// For each the last item that leads to one before it; -1 where none does.
    var itemsBefore: [Int] = []
    /// The start of the first one without an item.
    var firstMissing: Int?
  }

  init(_ contents: Contents, _ context: RuleContext) {
    self.context = context
    read(contents.list, below: nil, AnchoredSections(context))
    let linked = Set(items.map { $0.section.heading.range })
    // The sections before the contents list are not in it.
    let start = contents.list.range.lowerBound
    let outermost = context.subjectSections.filter { $0.heading.range.lowerBound > start }
    // Below headings of their own, further lists go on with it up to the first section.
    let end = outermost.first?.heading.range.lowerBound ?? contents.list.range.upperBound
    let links = context.list.links.filter { start <= $0.range.lowerBound && $0.range.upperBound <= end }
    // An item may lead to an anchor of its own, or to a dead one, which is another rule's business.
    let names = Set(
      links.filter { !$0.isImage && ($0.url.hasPrefix("#") || contents.list.range.contains($0.range)) }.map(
        \.text.lettersAndDigits)
        + unlinked.map { $0.visibleText.lettersAndDigits })
    let isListed = { (section: Section) in
      linked.contains(section.heading.range) || names.contains(section.title.lettersAndDigits)
    }
    let isUsed = outermost.contains { isListed($0) || $0.sections.contains(where: isListed) }
    missing = isUsed ? Self.missing(outermost, outermost.map(isListed), isListed, isOutermost: true) : []
    if !missing.isEmpty { indexGroups() }
  }

  private mutating func indexGroups() {
    let lastItems = Dictionary(
      items.enumerated().map { ($1.section.heading.range.lowerBound, $0) }, uniquingKeysWith: { $1 })
    var numbers: [Int: [Int]] = [:]
    for siblings in [context.list.sections] + context.index.sections.map(\.sections) where !siblings.isEmpty {
      var group = Group(starts: siblings.map(\.heading.range.lowerBound))
      var last = -1
      for (position, start) in group.starts.enumerated() {
        group.itemsBefore.append(last)
        last = max(last, lastItems[start] ?? -1)
        if places[start] == nil { places[start] = (groups.count, position) }
        if numbers[start]?.last != groups.count { numbers[start, default: []].append(groups.count) }
      }
      groups.append(group)
    }
    for start in missing.map(\.heading.range.lowerBound) {
      for number in numbers.removeValue(forKey: start) ?? [] where groups[number].firstMissing == nil {
        groups[number].firstMissing = start
      }
    }
  }

  /// Those of sections beside one another, of which is known whether they are listed, and of those below that should have an item.
  private static func missing(
    _ siblings: [Section], _ listed: [Bool], _ isListed: (Section) -> Bool, isOutermost: Bool
  ) -> [Section] {
    let isWanted = isOutermost || listed.contains(true)
    var found: [Section] = []
    for (position, section) in siblings.enumerated() {
      let inner = section.sections.map(isListed)
      if isWanted, !listed[position], !inner.contains(true), !section.isEmpty { found.append(section) }
      if !inner.isEmpty { found += missing(section.sections, inner, isListed, isOutermost: false) }
    }
    return found
  }

  private mutating func read(_ list: Block, below parent: Int?, _ sections: AnchoredSections) {
    let position = lists.count
    lists.append(list)
    for block in list.children {
      var place: Int?
      if let item = Self.item(block, sections, list: position, parent: parent) {
        place = items.count
        items.append(item)
      } else if block.children.count == 1, block.links.isEmpty, block.visibleText.contains(where: \.isLetter) {
        unlinked.append(block)
      }
      for child in block.children where child.isList { read(child, below: place, sections) }
    }
  }

  private static func item(_ block: Block, _ sections: AnchoredSections, list: Int, parent: Int?) -> Item? {
    guard let paragraph = block.children.first, paragraph.kind == .paragraph,
      let link = paragraph.links.first(where: { !$0.isImage }), let range = link.textRange,
      let section = sections.section(at: String(link.destination.dropFirst()), named: link.text)
    else { return nil }
    let isPlain = paragraph.inlines.first { $0.link?.range == link.range }.map {
      $0.children.allSatisfy { $0.kind == .text }
    }
    return Item(
      text: link.text, textRange: range, linkRange: link.range ?? range, destinationRange: link.destinationRange,
      isPlain: isPlain ?? false,
      section: section, block: block, list: list, parent: parent)
  }

  /// The item that another one is below.
  func parent(of item: Item) -> Item? { item.parent.map { items[$0] } }

  /// The edits that put the items beside one in the order of the list; nil where one of these leads to no section.
  func reordering(of item: Item) -> Fix? {
    let list = lists[item.list]
    let siblings = items.filter { $0.list == item.list }
    let gaps = zip(list.children, list.children.dropFirst()).map {
      SourceRange($0.range.upperBound, $1.range.lowerBound)
    }
    guard siblings.count == list.children.count,
      gaps.allSatisfy({ $0.lowerBound <= $0.upperBound && context.source[$0].allSatisfy(\.isWhitespace) })
    else { return nil }
    let sorted = siblings.sorted { $0.section.heading.range < $1.section.heading.range }
    let edits = zip(siblings, sorted).filter { $0.block.range != $1.block.range }.map { place, item in
      Edit(place.block.range, context.source[item.block.range])
    }
    return edits.isEmpty ? nil : Fix(edits: edits, isSafe: true)
  }

  /// The edit that adds an item after that of the section before; nil where that has none on the same level.
  func insertion(of section: Section) -> Fix? {
    let start = section.heading.range.lowerBound
    guard let place = places[start], !section.title.holdsMarks else { return nil }
    let group = groups[place.group]
    guard let neighbour = items.element(at: group.itemsBefore[place.position]),
      group.firstMissing == start
        || neighbour.section.heading.range.lowerBound == group.starts.element(at: place.position - 1)
    else { return nil }
    let source = context.source
    let line = source.line(source.lineIndex(at: neighbour.block.range.lowerBound))
    let linkStart = max(neighbour.textRange.lowerBound - 1, line.lowerBound)
    let marker = source[SourceRange(line.lowerBound, linkStart)]
    guard marker.allSatisfy({ " \t-*+".contains($0) }) else { return nil }
    let end = neighbour.block.range.upperBound
    let item = "\(context.lineEnd)\(marker)[\(section.title)](#\(section.anchor))"
    // The neighbour's marker is a part of the fix, so that no other fix changes it at the same time.
    return .safe(
      Edit(SourceRange(line.lowerBound, linkStart), marker), Edit(SourceRange(end, end), item))
  }
}

extension String {
  /// Whether the text has something in it that Markdown reads as a mark.
  fileprivate var holdsMarks: Bool {
    let marks = "[]<>*_`\\&"
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.contains { marks.utf8.contains($0) } }
    return contains { marks.contains($0) }
  }

  /// The letters and digits of a name, in lower case.
  var lettersAndDigits: String {
    var plain: [UInt8] = []
    plain.reserveCapacity(utf8.count)
    for byte in utf8 {
      guard byte < 0x80 else { return lowercased().filter { $0.isLetter || $0.isNumber } }
      if byte.isASCIIAlphanumeric { plain.append(byte.asciiLowercased) }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}

extension Array {
  /// The element at a position; nil where there is none.
  fileprivate func element(at position: Int) -> Element? { indices.contains(position) ? self[position] : nil }
}
