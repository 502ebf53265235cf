import Markdown
import Source

/// Writes blocks in the canonical form, as lines without newlines and without the indentation of the containers.
struct BlockWriter {
  /// The levels by which headings are lowered.
  let headingShift: Int
  /// The order of the items of lists; nil for that of the source.
  private let order: EntryOrder?

  private let text: EditedSource
  /// The number of block quotes around the current block.
  private var quoteDepth = 0
  /// Whether the current block is at the beginning of a list item, or directly below another block in it.
  private var isBreakExposed = false

  init(_ text: EditedSource, headingShift: Int, order: EntryOrder? = nil, quoteDepth: Int = 0) {
    self.text = text
    self.order = order
    self.headingShift = headingShift
    self.quoteDepth = quoteDepth
  }

  /// The lines of one block; `bullet` is for the items of an unordered list.
  mutating func lines(of block: Block, bullet: Character = "-") -> [String] {
    switch block.kind {
    case .heading(let level): [heading(block, level: level)]
    case .paragraph: paragraph(block)
    case .quote: quote(block)
    case .list(let start, let isTight): list(block, start: start, isTight: isTight, bullet: bullet)
    case .code(let isFenced): code(block, isFenced: isFenced)
    case .html: literalLines(block)
    // Hyphens would turn the paragraph above into a heading, and the item's marker into a break.
    case .thematicBreak: [isBreakExposed ? "***" : "---"]
    case .footnoteDefinition: footnote(block)
    case .table, .tableRow, .tableCell, .item: sourceLines(block.range)
    }
  }

  /// The lines of a run of entries.
  mutating func lines(of run: EntryRunLayout, bullet: Character) -> [String] {
    var result: [String] = []
    var wasItem = true
    for item in run.items {
      if !result.isEmpty, !(wasItem && item.isItem) { result.append("") }
      wasItem = item.isItem
      switch item.content {
      case .item(let block, let isTight, let quote):
        result += lines(ofItem: block, marker: String(bullet), isTight: isTight)
        result += quote.map { self.quote($0) } ?? []
      case .blocks(let blocks): result += joined(blocks, isTight: false)
      case .lines(let lines, isItem: true): result += ["\(bullet) \(lines.first ?? "")"] + lines.dropFirst()
      case .lines(let lines, isItem: false): result += lines
      }
    }
    return result
  }

  private var source: SourceText { text.source }

  // MARK: Leaves

  /// The line of a heading of some level in the source.
  func heading(_ block: Block, level: Int) -> String {
    let marker = String(repeating: "#", count: min(level + headingShift, 6))
    guard let range = block.inlinesRange else { return marker }
    var words = sourceLines(range).joined(separator: " ")
    // A trailing `#` would be read as the closing sequence.
    let rest = words.utf8.trimmingSuffix { $0 == UInt8(ascii: "#") }
    let isClosing = rest.endIndex < words.endIndex && rest.last.map(\.isSpaceOrTab) ?? true
    if isClosing { words = words[..<rest.endIndex] + "\\" + words[rest.endIndex...] }
    return "\(marker) \(words)"
  }

  private func paragraph(_ block: Block) -> [String] {
    guard let range = block.inlinesRange else { return [] }
    return InlineText(text, block: block, range: range, quoteDepth: quoteDepth).lines
  }

  private func code(_ block: Block, isFenced: Bool) -> [String] {
    let content = literalLines(block)
    let line = source.line(source.lineIndex(at: block.range.lowerBound))
    let opening = text[SourceRange(block.range.lowerBound, line.upperBound)]
    // By scalars: a combining mark after the fence would change its last character.
    let old = opening.unicodeScalars.first
    let trimmed = String(opening.unicodeScalars.drop { $0 == old }).trimmedEnd.trimmingScalars {
      $0 == " " || $0 == "\t"
    }
    var info = isFenced ? String(trimmed) : ""
    let delimiter: Character = info.holds("`") ? "~" : "`"
    if delimiter == "~", info.unicodeScalars.first == "~" { info = " " + info }
    let longest = content.map { Self.longestRun(of: delimiter, in: $0) }.max() ?? 0
    let fence = String(repeating: delimiter, count: max(3, longest + 1))
    return [fence + info] + content + [fence]
  }

  private static func longestRun(of delimiter: Character, in line: String) -> Int {
    var longest = 0
    var run = 0
    for character in line {
      run = character == delimiter ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private func literalLines(_ block: Block) -> [String] {
    var lines = block.literal.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    if lines.last == "" { lines.removeLast() }
    guard block.kind == .html else { return lines }
    // An unclosed block of raw HTML includes the blank lines after it: they would be doubled each time.
    lines = lines.droppingBlankEnd
    return text.hasEdits(in: block.range) ? edited(lines, from: source.lineIndex(at: block.range.lowerBound)) : lines
  }

  /// The lines of raw HTML, which are suffixes of source lines, with the edits in them applied.
  private func edited(_ lines: [String], from first: Int) -> [String] {
    lines.enumerated().map { index, line in
      let end = source.line(first + index).upperBound
      let range = SourceRange(max(0, end - line.utf8.count), end)
      return source.bytes(in: range).elementsEqual(line.utf8) ? text[range] : line
    }
  }

  /// The lines of a range without the prefixes of the containers around it.
  private func sourceLines(_ range: SourceRange) -> [String] {
    InlineText.lines(in: text, range: range, quoteDepth: quoteDepth)
  }

  // MARK: Containers

  private mutating func quote(_ block: Block) -> [String] {
    quoteDepth += 1
    defer { quoteDepth -= 1 }
    let wasExposed = isBreakExposed
    isBreakExposed = false
    defer { isBreakExposed = wasExposed }
    let content = joined(block.children, isTight: false)
    return content.isEmpty ? [">"] : content.map { $0.isEmpty ? ">" : "> " + $0 }
  }

  private mutating func list(_ block: Block, start: Int?, isTight: Bool, bullet: Character) -> [String] {
    var result: [String] = []
    for (index, item) in (order?.items(of: block) ?? block.children).enumerated() {
      let marker = start.map { self.marker(of: item, number: $0 + index) } ?? String(bullet)
      if index > 0, !isTight { result.append("") }
      result += lines(ofItem: item, marker: marker, isTight: isTight)
    }
    return result
  }

  private mutating func lines(ofItem item: Block, marker: String, isTight: Bool) -> [String] {
    let children = item.children
    var content: [String]
    if children.count == 1, children[0].kind == .paragraph {
      // Most items.
      content = paragraph(children[0])
    } else {
      let wasExposed = isBreakExposed
      defer { isBreakExposed = wasExposed }
      isBreakExposed = true
      content = joined(children, isTight: isTight)
    }
    if case .item(let isChecked?) = item.kind {
      content = ["[\(isChecked ? "x" : " ")] " + (content.first ?? "")] + content.dropFirst()
    }
    guard let first = content.first else { return [marker] }
    if content.count == 1 { return [first.isEmpty ? marker : marker + " " + first] }
    let indentation = String(repeating: " ", count: marker.count + 1)
    return [first.isEmpty ? marker : marker + " " + first]
      + content.dropFirst().map { $0.isEmpty ? "" : indentation + $0 }
  }

  /// An ordered item's number with the delimiter of the source: another one could join two lists.
  private func marker(of item: Block, number: Int) -> String {
    let delimiter = source.bytes(in: item.range).first { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
    return "\(number)\(delimiter == UInt8(ascii: ")") ? ")" : ".")"
  }

  private mutating func footnote(_ block: Block) -> [String] {
    let head = source[block.range]
    let label = head.upTo("]")
    let content = joined(block.children, isTight: false)
    guard let first = content.first else { return ["\(label)]:"] }
    return ["\(label)]: \(first)"] + content.dropFirst().map { $0.isEmpty ? "" : "    " + $0 }
  }

  private mutating func joined(_ blocks: [Block], isTight: Bool) -> [String] {
    var result: [String] = []
    var bullets = BulletSequence()
    for (index, block) in blocks.enumerated() {
      if index > 0, !isTight {
        result.append("")
        isBreakExposed = false
      }
      result += lines(of: block, bullet: bullets.bullet(of: block))
    }
    return result
  }
}
