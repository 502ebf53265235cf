import Markdown
import Source

/// A place for an added item.
struct ContentsSlot {
  let offset: Int
  /// The text before and after the item.
  var before: String
  let after: String
  /// The marks around the link.
  let opening: String
  let closing: String
  /// The item in whose form it is written.
  let model: Int
  /// The beginning of the item's line in a Markdown list.
  var linePrefix: String?
  var marker = ""
  var number: (list: Int, item: Int, written: Int, delimiter: String)?
}

extension ContentsEditor {
  /// The place after an item and those below it.
  func slot(after index: Int) -> ContentsSlot? {
    let item = contents.items[index]
    guard let block = item.block, let list = item.list else { return slotInLine(index, isBefore: false) }
    // In a list without nesting, the sections within the item's follow it.
    guard let siblings = siblings[list.range.lowerBound], var position = positions[block.range.lowerBound],
      let section = item.section
    else { return nil }
    let inner = section.innerStarts
    while position + 1 < siblings.count, let next = sectionsOfBlocks[siblings[position + 1].range.lowerBound],
      inner.contains(next)
    {
      position += 1
    }
    guard let line = line(of: block, with: item, index) else { return nil }
    var slot = line
    slot.before = newline + gap(list, line) + line.before
    slot.number = slot.number.map { ($0.list, position, $0.written, $0.delimiter) }
    return ContentsSlot(
      offset: siblings[position].range.upperBound, before: slot.before, after: "", opening: slot.opening,
      closing: slot.closing, model: index, linePrefix: slot.linePrefix, marker: slot.marker, number: slot.number)
  }

  /// The place before an item.
  func slot(before index: Int) -> ContentsSlot? {
    let item = contents.items[index]
    guard let block = item.block, let list = item.list else { return slotInLine(index, isBefore: true) }
    guard let line = line(of: block, with: item, index),
      let position = positions[block.range.lowerBound]
    else { return nil }
    let start = source.line(source.lineIndex(at: block.range.lowerBound)).lowerBound
    return ContentsSlot(
      offset: start, before: line.before, after: newline + gap(list, line), opening: line.opening,
      closing: line.closing, model: index, linePrefix: line.linePrefix, marker: line.marker,
      number: line.number.map { ($0.list, position - 1, $0.written, $0.delimiter) })
  }

  /// The place for a first item below that of another place; the same place where the list has no nesting.
  func nested(in slot: ContentsSlot) -> ContentsSlot {
    guard let prefix = slot.linePrefix, !isFlat else { return slot }
    var nested = slot
    let model = contents.items.first { $0.parent != nil && $0.block != nil }
    let parent = model.flatMap(\.parent).map { contents.items[$0] }
    var (indentation, marker) = (String(repeating: " ", count: slot.marker.utf8.count), slot.marker)
    if let inner = model?.block, let outer = parent?.block {
      let (deep, shallow) = (self.linePrefix(of: inner), self.linePrefix(of: outer))
      if let deep, let shallow, deep.hasPrefix(shallow) {
        indentation = String(Substring(deep.utf8.dropFirst(shallow.utf8.count)))
      }
      marker = self.marker(of: inner)
    }
    if marker.utf8.first?.isASCIIDigit == true { marker = "- " }
    nested.linePrefix = prefix + indentation
    nested.marker = marker
    nested.number = nil
    nested.before = newline + prefix + indentation + marker
    return ContentsSlot(
      offset: slot.offset, before: nested.before, after: "", opening: slot.opening, closing: slot.closing,
      model: slot.model, linePrefix: nested.linePrefix, marker: marker, number: nil)
  }

  /// The line of a new item like one of a Markdown list: its indentation and marker, and the marks around its link.
  private func line(of block: Block, with item: ContentsItem, _ index: Int) -> ContentsSlot? {
    guard let prefix = linePrefix(of: block), let list = item.list else { return nil }
    let marker = marker(of: block)
    let marks = writer.outerMarks
    var slot = ContentsSlot(
      offset: 0, before: prefix + marker, after: "", opening: marks, closing: marks, model: index, linePrefix: prefix,
      marker: marker)
    if case .list(_?, _) = list.kind, let number = ContentsNumbers.number(of: block, in: source) {
      let delimiter = String(Substring(marker.utf8.dropFirst(number.range.count)))
      slot.before = prefix
      slot.number = (list.range.lowerBound, -1, number.value, delimiter)
    }
    return slot
  }

  /// The text before an item's marker; nil where another item's is on the line.
  private func linePrefix(of block: Block) -> String? {
    let start = source.line(source.lineIndex(at: block.range.lowerBound)).lowerBound
    let prefix = SourceRange(start, block.range.lowerBound)
    let isBlank = source.bytes(in: prefix).allSatisfy { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }
    return isBlank ? source[prefix] : nil
  }

  /// An item's marker with the spaces after it.
  private func marker(of block: Block) -> String {
    let bytes = source.bytes(in: block.range)
    let marker = bytes.prefix { !$0.isSpaceOrTab }
    let spaces = bytes[marker.endIndex...].prefix(while: \.isSpaceOrTab)
    return String(decoding: bytes[..<spaces.endIndex], as: UTF8.self)
  }

  /// The blank line between the items of a loose list.
  private func gap(_ list: Block, _ line: ContentsSlot) -> String {
    guard case .list(_, isTight: false) = list.kind, list.childCount > 1 else { return "" }
    return (line.linePrefix ?? "").trimmedEndOfLine + newline
  }

  /// Whether sections within others have their items beside the items of these.
  private var isFlat: Bool {
    contents.items.contains { item in
      guard let list = item.list, let section = item.section else { return false }
      return section.sections.contains { inner in
        itemOfSection[inner.start].map { contents.items[$0].list?.range == list.range } ?? false
      }
    }
  }

  // MARK: Other shapes

  /// The place beside a link of a line, table or raw HTML.
  private func slotInLine(_ index: Int, isBefore: Bool) -> ContentsSlot? {
    let item = contents.items[index]
    // A further link of a list's item is on the line of the first one.
    guard !contents.blocks[item.part].isList else { return nil }
    let dividers = ContentsDividers(contents, part: item.part, in: source)
    if contents.blocks[item.part].kind == .table, dividers.usual?.utf8.contains(UInt8(ascii: "\n")) != true {
      return slotInTable(index)
    }
    guard let divider = dividers.usual, dividers.canDivide(index, isBefore: isBefore) else { return nil }
    let place = isBefore ? item.link.range.lowerBound : item.link.range.upperBound
    return ContentsSlot(
      offset: place, before: isBefore ? "" : divider, after: isBefore ? divider : "", opening: "", closing: "",
      model: index)
  }

  /// The place in a further row of a table that has several links in a row.
  private func slotInTable(_ index: Int) -> ContentsSlot? {
    let table = contents.blocks[contents.items[index].part].range
    let last = source.lineIndex(at: max(table.lowerBound, table.upperBound - 1))
    guard source.bytes(in: source.line(last)).first == UInt8(ascii: "|") else { return nil }
    return ContentsSlot(
      offset: table.upperBound, before: newline + "| ", after: " |", opening: "", closing: "", model: index)
  }
}

extension Section {
  /// The offsets of the headings of all sections inside.
  fileprivate var innerStarts: Set<Int> {
    var all: [Section] = []
    append(to: &all)
    return Set(all.dropFirst().map(\.start))
  }
}

extension String {
  fileprivate var trimmedEndOfLine: String { String(Substring(utf8.trimmingSuffix(while: \.isSpaceOrTab))) }
}
