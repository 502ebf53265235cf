import Markdown
import Source

/// Makes the edits of a contents list, in the form that it has.
struct ContentsEditor {
  let contents: ContentsList
  let source: SourceText
  let sections: AnchoredSections
  /// Writes links as the items have them.
  let writer: ContentsLinkWriter
  /// The last item that leads to each section, by the offset of its heading.
  let itemOfSection: [Int: Int]
  /// The section of each item of Markdown lists, by the item's offset.
  let sectionsOfBlocks: [Int: Int]
  /// The items of each Markdown list, by the list's offset, and the position of each item in its list, by the item's.
  let siblings: [Int: [Block]]
  let positions: [Int: Int]
  /// The newline that the file uses.
  let newline: String

  init(_ contents: ContentsList, _ sections: AnchoredSections, in source: SourceText) {
    self.contents = contents
    self.sections = sections
    self.source = source
    writer = ContentsLinkWriter(contents, sections, in: source)
    itemOfSection = Dictionary(
      contents.items.enumerated().compactMap { index, item in item.section.map { ($0.start, index) } }
    ) { $1 }
    sectionsOfBlocks = Dictionary(
      contents.items.compactMap { item in
        if let block = item.block, let section = item.section { (block.range.lowerBound, section.start) } else { nil }
      }
    ) { first, _ in first }
    // A list may have thousands of items, so they are gone through once.
    var siblings: [Int: [Block]] = [:]
    var positions: [Int: Int] = [:]
    for list in contents.items.compactMap(\.list) where siblings[list.range.lowerBound] == nil {
      let children = list.children
      siblings[list.range.lowerBound] = children
      for (position, child) in children.enumerated() { positions[child.range.lowerBound] = position }
    }
    self.siblings = siblings
    self.positions = positions
    let second = source.lineCount > 1 ? source.lineStarts[1] : 0
    newline = second >= 2 && source.bytes[second - 2] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }

  // MARK: Added items

  /// The items of sections, in the order of the sections.
  func additions(of added: Set<Int>) -> [ContentsChange] {
    if added.isEmpty { return [] }
    var slots: [Int: ContentsSlot] = [:]
    place(contents.covered, added, below: nil, &slots)
    var result: [ContentsChange] = []
    for section in sections.all where added.contains(section.start) {
      let anchor = sections.anchor(of: section)
      let slot = slots[section.start]
      result.append(
        ContentsChange(
          kind: .added, text: writer.text(of: section), section: section, address: "#" + anchor,
          place: section.heading.textRange, isDead: false, edits: [],
          insertion: slot.map {
            ContentsInsertion(
              offset: $0.offset, before: $0.before,
              link: $0.opening + writer.link(to: section, like: contents.items[$0.model]) + $0.closing,
              after: $0.after, number: $0.number)
          }))
    }
    return result
  }

  /// Finds the places of those of sections beside one another that are added, and of those in them.
  private func place(
    _ siblings: [Section], _ added: Set<Int>, below parent: ContentsSlot?, _ slots: inout [Int: ContentsSlot]
  ) {
    var previous: ContentsSlot?
    var waiting: [Section] = []
    for section in siblings {
      if added.contains(section.start) {
        if let previous { slots[section.start] = previous } else { waiting.append(section) }
      } else if let item = itemOfSection[section.start] {
        if !waiting.isEmpty, let slot = slot(before: item) { for section in waiting { slots[section.start] = slot } }
        waiting = []
        previous = slot(after: item) ?? previous
      }
    }
    for section in waiting where parent != nil { slots[section.start] = parent }
    for section in siblings where !section.sections.isEmpty {
      let outer =
        slots[section.start].map { nested(in: $0) }
        ?? itemOfSection[section.start].flatMap { slot(after: $0) }.map { nested(in: $0) }
      place(section.sections, added, below: outer, &slots)
    }
  }

  // MARK: Changed items

  func mended(_ targets: [Int: Section]) -> [ContentsChange] {
    targets.sorted { $0.key < $1.key }.map { index, section in
      let item = contents.items[index]
      let address = "#" + sections.anchor(of: section)
      return ContentsChange(
        kind: .mended, text: item.link.text, section: section, address: address,
        place: item.link.destinationRange ?? item.link.range, isDead: item.isDead,
        edits: item.link.destinationRange.map { [Edit($0, address)] } ?? [], insertion: nil)
    }
  }

  func linked(_ targets: [Int: Section]) -> [ContentsChange] {
    targets.sorted { $0.key < $1.key }.compactMap { index, section in
      let block = contents.unlinked[index]
      guard let paragraph = block.firstChild, let range = paragraph.inlines.first?.range else { return nil }
      let isPlain = paragraph.inlines.count == 1 && paragraph.inlines[0].kind == .text
      let address = "#" + sections.anchor(of: section)
      let words = source[range]
      let isSafe = isPlain && !words.utf8.contains { "[]\\".utf8.contains($0) }
      return ContentsChange(
        kind: .linked, text: paragraph.visibleText, section: section, address: address, place: range, isDead: false,
        edits: isSafe ? [Edit(range, "[\(words)](\(address))")] : [], insertion: nil)
    }
  }

  // MARK: Removed items

  /// The items to take out: those that lead nowhere, unless most do, as another program's do; and those deeper than a depth.
  func removed(_ mending: ContentsMending, depth: Int?) -> Set<Int> {
    let lost = Set(mending.lost.count * 2 > contents.items.count ? [] : mending.lost)
    guard let depth else { return lost }
    var deep: Set<Int> = []
    func visit(_ siblings: [Section], _ level: Int) {
      for section in siblings where !section.isOptionalInContents {
        if level >= depth { deep.insert(section.start) }
        visit(section.sections, level + 1)
      }
    }
    visit(contents.covered, 0)
    return lost.union(
      contents.items.indices.filter { index in
        (mending.targets[index] ?? contents.items[index].section).map { deep.contains($0.start) } ?? false
      })
  }

  func removals(of removed: Set<Int>) -> [ContentsChange] {
    var end = 0
    return removed.sorted().compactMap { index in
      let item = contents.items[index]
      guard item.link.range.lowerBound >= end, let edit = removal(of: index, with: removed) else { return nil }
      end = edit.range.upperBound
      return ContentsChange(
        kind: .takenOut, text: item.link.text, section: item.section, address: "#" + item.link.fragment,
        place: item.link.range, isDead: item.isDead, edits: [edit], insertion: nil)
    }
  }

  private func removal(of index: Int, with removed: Set<Int>) -> Edit? {
    let item = contents.items[index]
    guard let block = item.block else { return removalFromLine(of: index) }
    // The items below one follow it.
    let inside = contents.items.indices[index...].prefix { block.range.contains(contents.items[$0].link.range) }
    guard inside.allSatisfy(removed.contains), let paragraph = block.firstChild,
      isBare(SourceRange(paragraph.range.lowerBound, item.link.range.lowerBound)),
      isBare(SourceRange(item.link.range.upperBound, paragraph.range.upperBound)),
      block.children.dropFirst().allSatisfy(\.isList)
    else { return nil }
    let first = source.lineIndex(at: block.range.lowerBound)
    let start = source.line(first).lowerBound
    guard
      source.bytes(in: SourceRange(start, block.range.lowerBound)).allSatisfy({
        $0.isSpaceOrTab || $0 == UInt8(ascii: ">")
      })
    else { return nil }
    let all = item.list.flatMap { siblings[$0.range.lowerBound] } ?? []
    // A blank line between items goes with the one above it.
    if let position = positions[block.range.lowerBound], position + 1 < all.count {
      let next = all[position + 1]
      return Edit(SourceRange(start, source.line(source.lineIndex(at: next.range.lowerBound)).lowerBound), "")
    }
    let last = source.lineIndex(at: max(block.range.lowerBound, block.range.upperBound - 1))
    return Edit(SourceRange(start, last + 1 < source.lineCount ? source.lineStarts[last + 1] : source.bytes.count), "")
  }

  /// Removes a link of a line with a divider beside it, or empties its cell.
  private func removalFromLine(of index: Int) -> Edit? {
    let item = contents.items[index]
    let range = item.link.range
    if contents.blocks[item.part].kind == .table { return Edit(range, "") }
    let dividers = ContentsDividers(contents, part: item.part, in: source)
    guard let divider = dividers.usual else { return nil }
    if source.bytes(in: SourceRange(range.upperBound, source.bytes.count)).starts(with: divider.utf8) {
      return Edit(SourceRange(range.lowerBound, range.upperBound + divider.utf8.count), "")
    }
    let start = range.lowerBound - divider.utf8.count
    guard start >= 0, source.bytes(in: SourceRange(start, range.lowerBound)).elementsEqual(divider.utf8) else {
      return nil
    }
    return Edit(SourceRange(start, range.upperBound), "")
  }

  /// Whether a range has no words.
  private func isBare(_ range: SourceRange) -> Bool {
    !source[range].unicodeScalars.contains { $0.properties.isAlphabetic }
  }
}
