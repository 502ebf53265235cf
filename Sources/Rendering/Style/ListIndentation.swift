import AwesomeList
import Markdown
import Source

/// Gives the items of lists new markers, and the usual indentation and spaces after the marker.
///
/// What is inside an item moves with it. Lists in quotes, and those whose lines cannot move, only get their new markers.
struct ListIndentation {
  private let source: SourceText
  /// The new markers by the offsets of the items.
  private let markers: [Int: String]
  private let form: IndentationForm

  init(_ source: SourceText, markers: [Int: String], of lists: [StyledBlocks.ListBlock]) {
    self.source = source
    self.markers = markers
    form = IndentationForm(lists, in: source)
  }

  /// The edits of an outermost list and all in it; none for a list in another one.
  func edits(of list: StyledBlocks.ListBlock) -> [Edit] {
    guard list.depth == 1 else { return [] }
    if list.isOutermost {
      var layout = ListLayout(source, markers: markers, form)
      let columns = Majority(list.block.children.map { ItemLayout($0, in: source).column })
      if let column = form.column ?? columns.form, layout.place(list.block, depth: 1, at: column) {
        return layout.edits
      }
    }
    return source.markerEdits(markers, in: [list.block])
  }
}

extension SourceText {
  /// The edits that give the items of blocks and all in them new markers as wide as the old ones.
  fileprivate func markerEdits(_ markers: [Int: String], in blocks: [Block]) -> [Edit] {
    if markers.isEmpty { return [] }
    return blocks.flatMap { block -> [Edit] in
      var edits = markerEdits(markers, in: block.children)
      if case .item = block.kind, let marker = markers[block.range.lowerBound] {
        let layout = ItemLayout(block, in: self)
        if marker.utf8.count == layout.markerWidth { edits.append(Edit(layout.markerRange, marker)) }
      }
      return edits
    }
  }
}

/// Moves the items of one list and what is in them.
private struct ListLayout {
  private let source: SourceText
  private let markers: [Int: String]
  private let form: IndentationForm
  private(set) var edits: [Edit] = []

  init(_ source: SourceText, markers: [Int: String], _ form: IndentationForm) {
    (self.source, self.markers, self.form) = (source, markers, form)
  }

  /// Puts the markers of a list at a column; false where a line cannot move.
  mutating func place(_ list: Block, depth: Int, at column: Int) -> Bool {
    list.children.allSatisfy { place(item: $0, depth: depth, at: column) }
  }

  private mutating func place(item: Block, depth: Int, at column: Int) -> Bool {
    let old = ItemLayout(item, in: source)
    guard old.isOnOwnLine else { return false }
    let marker = markers[old.offset] ?? old.marker(in: source)
    if markers[old.offset] != nil { edits.append(Edit(old.markerRange, marker)) }
    var padding = old.padding
    if let usual = form.padding(depth: depth), old.isBullet, !old.hasIndentedCode, !old.isEmpty,
      usual != source[old.paddingRange]
    {
      edits.append(Edit(old.paddingRange, usual))
      padding = usual.utf8.count
    }
    indent(old.line, from: old.column, to: column)
    let content = column + marker.utf8.count + padding
    for child in item.children {
      let line = source.lineIndex(at: child.range.lowerBound)
      if case .list = child.kind, line > old.line {
        guard let first = child.children.first.map({ ItemLayout($0, in: source) }) else { continue }
        let usual = form.indentation(below: old).map { column + $0 }
        let valid = content..<(content + 4)
        let target = usual.flatMap { valid.contains($0) ? $0 : nil } ?? first.column + content - old.content
        guard valid.contains(target), place(child, depth: depth + 1, at: target) else { return false }
      } else {
        edits += source.markerEdits(markers, in: [child])
        let distance = content - old.content
        guard distance == 0 || move(child, after: old.line, from: old.content, by: distance) else { return false }
      }
    }
    return true
  }

  /// Moves the lines of a block after the first line of its item; a lazy continuation line stays. False where a tab is in the way.
  private mutating func move(_ block: Block, after line: Int, from column: Int, by distance: Int) -> Bool {
    let first = max(source.lineIndex(at: block.range.lowerBound), line + 1)
    let last = source.lineIndex(at: max(block.range.lowerBound, block.range.upperBound - 1))
    guard first <= last else { return true }
    // A list that begins on the item's line is moved by none of its columns alone.
    if case .list = block.kind { return false }
    for index in first...last {
      let space = source.bytes(in: source.line(index)).prefix(while: \.isSpaceOrTab)
      if space.count == source.line(index).count { continue }
      guard !space.contains(UInt8(ascii: "\t")) else { return false }
      guard space.count >= column else { continue }
      guard space.count + distance >= 0 else { return false }
      indent(index, from: space.count, to: space.count + distance)
    }
    return true
  }

  /// Writes the white space at the start of a line.
  private mutating func indent(_ line: Int, from old: Int, to new: Int) {
    let start = source.line(line).lowerBound
    let space = source.bytes(in: source.line(line)).prefix(while: \.isSpaceOrTab)
    let text = form.whiteSpace(to: new)
    // Where the form of white space is not known, only the columns count.
    guard old != new || form.usesTabs != nil, !space.elementsEqual(text.utf8) else { return }
    edits.append(Edit(SourceRange(start, start + space.count), text))
  }
}

/// Where an item's marker and content are, in columns; a tab leads to the next multiple of four.
struct ItemLayout {
  let offset: Int
  /// The line of the marker, from 0.
  let line: Int
  /// Whether only white space is before the marker.
  let isOnOwnLine: Bool
  let hasTab: Bool
  let column: Int
  let markerWidth: Int
  let isBullet: Bool
  /// Whether nothing is after the marker in its line.
  let isEmpty: Bool
  /// The columns between marker and content.
  let padding: Int
  let paddingRange: SourceRange
  /// Whether the content begins with indented code, so that only one space is padding.
  let hasIndentedCode: Bool

  var markerRange: SourceRange { SourceRange(offset, offset + markerWidth) }
  /// The column of the content.
  var content: Int { column + markerWidth + padding }

  init(_ item: Block, in source: SourceText) {
    offset = item.range.lowerBound
    line = source.lineIndex(at: offset)
    let range = source.line(line)
    let before = source.bytes(in: SourceRange(range.lowerBound, offset))
    isOnOwnLine = before.allSatisfy(\.isSpaceOrTab)
    hasTab = before.contains(UInt8(ascii: "\t"))
    column = Self.width(of: before, from: 0)
    let text = source.bytes(in: SourceRange(offset, range.upperBound))
    let digits = text.prefix(while: \.isASCIIDigit).count
    isBullet = digits == 0
    markerWidth = digits + 1
    let space = text.dropFirst(markerWidth).prefix(while: \.isSpaceOrTab)
    isEmpty = space.endIndex == text.endIndex
    let width = Self.width(of: space, from: column + markerWidth)
    hasIndentedCode = !isEmpty && width > 4
    padding = isEmpty || hasIndentedCode ? 1 : width
    paddingRange = SourceRange(space.startIndex, space.endIndex)
  }

  func marker(in source: SourceText) -> String { source[markerRange] }

  private static func width(of space: ArraySlice<UInt8>, from column: Int) -> Int {
    space.reduce(column) { $1 == UInt8(ascii: "\t") ? ($0 / 4 + 1) * 4 : $0 + 1 } - column
  }
}

/// The usual indentation of lists in lists, and the usual space after a bullet.
///
/// White space follows tools and copied text rather than habits, so that a mere majority is no form.
private struct IndentationForm {
  /// The column of nearly all outermost lists.
  let column: Int?
  /// The spaces after a bullet, by depth.
  private var paddings = MajorityByDepth<String>()
  /// Whether tabs indent; nil where lists do both, or are not nested.
  let usesTabs: Bool?
  private let belowBullets: Int?
  private let belowNumbers: Int?

  init(_ lists: [StyledBlocks.ListBlock], in source: SourceText) {
    var columns = Majority<Int>()
    var tabs = Majority<Bool>()
    var nested = [true: Majority<Int>(), false: Majority<Int>()]
    for list in lists {
      for item in list.block.children {
        let layout = ItemLayout(item, in: source)
        guard layout.isOnOwnLine else { continue }
        if list.depth == 1 { columns.add(layout.column) }
        if layout.isBullet, !layout.isEmpty, !layout.hasIndentedCode {
          paddings.add(source[layout.paddingRange], depth: list.depth)
        }
        for child in item.children {
          guard case .list = child.kind, let first = child.firstChild else { continue }
          let inner = ItemLayout(first, in: source)
          guard inner.line > layout.line, inner.isOnOwnLine else { continue }
          tabs.add(inner.hasTab, count: child.childCount)
          nested[layout.isBullet]?.add(inner.column - layout.column, count: child.childCount)
        }
      }
    }
    column = columns.form(allButOneIn: 10)
    usesTabs = tabs.form(allButOneIn: 3)
    belowBullets = nested[true]?.form(allButOneIn: 3)
    belowNumbers = nested[false]?.form(allButOneIn: 3)
  }

  /// The columns by which a list is indented below an item's marker.
  func indentation(below item: ItemLayout) -> Int? { item.isBullet ? belowBullets : belowNumbers }

  /// The usual spaces after a bullet; a tab is as wide as what is before it leaves, so it is not given to others.
  func padding(depth: Int) -> String? {
    paddings.form(depth: depth, allButOneIn: 5).flatMap { $0.utf8.contains(UInt8(ascii: "\t")) ? nil : $0 }
  }

  func whiteSpace(to column: Int) -> String {
    guard usesTabs == true else { return String(repeating: " ", count: column) }
    return String(repeating: "\t", count: column / 4) + String(repeating: " ", count: column % 4)
  }
}
