import AwesomeList
import Markdown
import Source

/// Finds the lines of paragraphs that begin with a marker without its space.
struct GluedMarkerSearch {
  private let list: List
  private let source: SourceText
  private let bytes: [UInt8]
  private let paragraphs: [Block]
  private let inlines: (SourceRange) -> ArraySlice<LocatedInline>

  init(_ list: List, _ paragraphs: [Block], inlines: @escaping (SourceRange) -> ArraySlice<LocatedInline>) {
    self.list = list
    source = list.document.source
    bytes = source.bytes
    self.paragraphs = paragraphs
    self.inlines = inlines
  }

  func markers() -> [GluedMarker] {
    var found: [GluedMarker] = []
    var bullets = GluedBullets(source)
    for index in source.lineStarts.indices {
      var start = index == 0 ? source.contentStart : source.lineStarts[index]
      while start < bytes.count, bytes[start].isSpaceOrTab { start += 1 }
      guard start + 1 < bytes.count else { continue }
      switch bytes[start] {
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        // Nearly all lines end here.
        if bytes[start + 1].isASCIIWhitespace || bytes[start + 1] == bytes[start] { continue }
        if let marker = item(at: start, end: start + 1, line: index) { found.append(marker) }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if let end = endOfNumber(at: start), let marker = item(at: start, end: end, line: index) {
          found.append(marker)
        }
      case UInt8(ascii: "#"):
        if let marker = heading(at: start, line: index) { found.append(marker) }
      case 0xC2, 0xE2, 0xE3:
        guard let bullet = GluedBullets.length(at: start, in: bytes), let block = paragraph(at: start) else { continue }
        bullets.add(SourceRange(start, start + bullet), line: index, in: block, isLink: isLink(after: start + bullet))
      default: continue
      }
    }
    return (found + bullets.markers()).sorted { $0.marker < $1.marker }
  }

  /// The paragraph in which a line begins with a plain text.
  private func paragraph(at start: Int) -> Block? {
    guard let block = paragraphs.holding(start), kind(at: start) == .text else { return nil }
    return block
  }

  /// The kind of the outermost inline that begins at an offset.
  private func kind(at offset: Int) -> Inline.Kind? { inlines(SourceRange(offset, offset + 1)).first?.kind }

  private func isLink(after offset: Int) -> Bool {
    let start = source.blanks(at: offset).upperBound
    return inlines(SourceRange(start, start + 4)).contains { $0.kind == .link }
  }

  /// The end of a number with its point or bracket, where a link follows; nil elsewhere.
  private func endOfNumber(at start: Int) -> Int? {
    let end = start + bytes[start...].prefix(10) { $0.isASCIIDigit }
    guard end - start < 10, end + 1 < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"),
      bytes[end + 1] == UInt8(ascii: "[")
    else { return nil }
    return end + 1
  }

  private func item(at start: Int, end: Int, line: Int) -> GluedMarker? {
    guard
      isContent(at: end, marker: bytes[start]) || bytes[end] != UInt8(ascii: "[") && isBesideItem(start, line: line),
      let block = paragraph(at: start)
    else { return nil }
    let marker = SourceRange(start, end)
    let isCertain =
      indent(of: start, line: line) < 4 && (bytes[start].isASCIIDigit ? block.range.lowerBound == start : true)
      || isBesideItem(start, line: line)
    let gap = ideographicSpace(at: end) ?? SourceRange(end, end)
    return GluedMarker(kind: .item, marker: marker, line: source.line(line), edits: isCertain ? [Edit(gap, " ")] : [])
  }

  /// Whether there is after a marker what an item begins with and a word does not.
  private func isContent(at start: Int, marker: UInt8) -> Bool {
    switch bytes[start] {
    case UInt8(ascii: "["): return kind(at: start) == .link || isCheckbox(at: start)
    case UInt8(ascii: "!"): return kind(at: start) == .image
    case UInt8(ascii: "<"): return kind(at: start) == .link || bytes.holds("<a ", at: start)
    case UInt8(ascii: "*"): return kind(at: start) == .strong
    case 0xE3: return ideographicSpace(at: start) != nil
    default: return false
    }
  }

  private func isCheckbox(at start: Int) -> Bool {
    guard start + 3 < bytes.count, bytes[start + 2] == UInt8(ascii: "]"), bytes[start + 3].isSpaceOrTab else {
      return false
    }
    return " xX".utf8.contains(bytes[start + 1])
  }

  /// The space of Chinese and Japanese, which Markdown takes for a letter.
  private func ideographicSpace(at start: Int) -> SourceRange? {
    bytes.holds("\u{3000}", at: start) ? SourceRange(start, start + 3) : nil
  }

  /// Whether a no-break space or a character of no width is after a marker, which is another rule's business.
  private func isInvisible(at start: Int) -> Bool {
    guard bytes[start] >= 0x80, let scalar = source.scalar(at: start, to: bytes.count), scalar != "\u{3000}" else {
      return false
    }
    return scalar.isWhitespace || scalar.properties.generalCategory == .format
  }

  /// Whether a marker before a word is that of the line before or after too, at the same indentation.
  private func isBesideItem(_ start: Int, line: Int) -> Bool {
    let end = bytes[start].isASCIIDigit ? endOfNumber(at: start) ?? start : start + 1
    guard end < bytes.count, !bytes[end].isASCIIDigit,
      bytes[end] == UInt8(ascii: "[") || bytes[end] >= 0x80
        || bytes[end].isASCIILetter
    else { return false }
    return [line - 1, line + 1].contains { beside in
      guard source.lineStarts.indices.contains(beside) else { return false }
      let range = source.line(beside)
      let first = source.blanks(at: range.lowerBound).upperBound
      guard first < range.upperBound, indent(of: first, line: beside) == indent(of: start, line: line) else {
        return false
      }
      let isNumbered = bytes[start].isASCIIDigit && bytes[first].isASCIIDigit
      let mark = isNumbered ? first + bytes[first...].prefix(9) { $0.isASCIIDigit } : first
      let own = isNumbered ? end - 1 : start
      return mark + 1 < range.upperBound && bytes[mark] == bytes[own] && bytes[mark + 1].isSpaceOrTab
    }
  }

  private func indent(of start: Int, line: Int) -> Int { start - source.line(line).lowerBound }

  private func heading(at start: Int, line: Int) -> GluedMarker? {
    let end = start + bytes[start...].prefix(7) { $0 == UInt8(ascii: "#") }
    guard end - start < 7, end < bytes.count, !bytes[end].isASCIIWhitespace, !isInvisible(at: end),
      indent(of: start, line: line) < 4,
      let block = paragraph(at: start)
    else { return nil }
    let range = source.line(line)
    let gap = ideographicSpace(at: end)
    guard gap != nil || isTitle(SourceRange(end, range.upperBound), level: end - start, in: block, from: start) else {
      return nil
    }
    var edits = [Edit(gap ?? SourceRange(end, end), " ")]
    if let closing = closing(of: SourceRange(end, range.upperBound), count: end - start) {
      edits.append(Edit(SourceRange(closing, closing), " "))
    }
    return GluedMarker(kind: .heading, marker: SourceRange(start, end), line: range, edits: edits)
  }

  /// Where marks begin that close a heading and need a space too: as many as open it, unlike those of “C#”.
  private func closing(of text: SourceRange, count: Int) -> Int? {
    let bytes = source.bytes(in: source.trimmed(text))
    let start = bytes.endIndex - bytes.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    guard count > 1, bytes.endIndex - start == count, start > bytes.startIndex, !bytes[start - 1].isSpaceOrTab else {
      return nil
    }
    return start
  }

  /// Whether the text after the marks was meant as a heading, and not as a tag or the name of a channel.
  private func isTitle(_ text: SourceRange, level: Int, in block: Block, from start: Int) -> Bool {
    let first = bytes[text.lowerBound]
    guard first >= 0x80 || first.isASCIIAlphanumeric || "[*`!<:".utf8.contains(first) else { return false }
    let isSmall = first.isASCIILowercase || first.isASCIIDigit
    if level == 1 {
      // After the title it may be a tag, unless sections are of this level.
      let isTitle = list.title == nil && list.sections.first.map { $0.heading.range.lowerBound > start } ?? true
      let isUsual = list.allSections.lazy.filter { $0.level == 1 }.prefix(2).count > 1
      let isWhole = block.range.lowerBound == start && block.range.upperBound <= text.upperBound
      return (isTitle || isUsual && isWhole) && !isSmall && !source.bytes(in: text).contains(" #")
    }
    return !isSmall || block.range.lowerBound == start && block.range.upperBound <= text.upperBound
  }
}

extension ArraySlice<UInt8> {
  /// The number of bytes at the start, of at most some, that fulfil a condition.
  fileprivate func prefix(_ limit: Int, while predicate: (UInt8) -> Bool) -> Int {
    prefix(limit).prefix(while: predicate).count
  }
}
