import Markdown
import Source

/// Finds the first Markdown in the text between the tags of a block of raw HTML.
struct MarkdownSearch {
  private let source: SourceText
  private let bytes: [UInt8]
  private let range: SourceRange

  /// Nil for a block in which nothing looks like Markdown: nearly all.
  init?(_ block: Block) {
    source = block.sourceText
    bytes = source.bytes
    range = block.range
    guard bytes[range.lowerBound...].prefix(2).last.map({ $0 != UInt8(ascii: "!") && $0 != UInt8(ascii: "?") }) == true,
      !Self.rawNames.contains(where: { isTag($0, at: range.lowerBound + 1) }),
      bytes.firstIndex(ofEither: UInt8(ascii: "]"), or: UInt8(ascii: "*"), in: range.range) != nil || hasMarkedLine
    else { return nil }
  }

  private static let rawNames: [StaticString] = ["pre", "script", "style", "textarea", "code", "svg"]

  /// Whether a line begins with a character that may be a marker.
  private var hasMarkedLine: Bool {
    var line = source.lineIndex(at: range.lowerBound) + 1
    while line < source.lineCount, source.lineStarts[line] < range.upperBound {
      let start = source.blanks(at: source.lineStarts[line]).upperBound
      if start < range.upperBound, "-+#|`~".utf8.contains(bytes[start]) || bytes[start].isASCIIDigit { return true }
      line += 1
    }
    return false
  }

  func first() -> (range: SourceRange, beginsLine: Bool)? {
    var index = range.lowerBound
    var isLineStart = false
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), let end = endOfTag(at: index) {
        index = end
        isLineStart = false
        continue
      }
      if isLineStart, !byte.isASCIIWhitespace {
        isLineStart = false
        if let end = endOfBlockStart(at: index) { return (SourceRange(index, end), true) }
      }
      if let end = endOfInline(at: index) {
        let start = index > range.lowerBound && bytes[index - 1] == UInt8(ascii: "!") ? index - 1 : index
        let line = source.line(source.lineIndex(at: start)).lowerBound
        return (SourceRange(start, end), source.blanks(at: line).upperBound == start)
      }
      if byte.isLineBreak { isLineStart = true }
      index += 1
    }
    return nil
  }

  // MARK: Tags

  /// The end of a tag or comment, and of what is raw in it; nil for a bracket in the text.
  private func endOfTag(at start: Int) -> Int? {
    if bytes.holds("<!--", at: start) { return end(of: "-->", from: start + 4) }
    let name = start + 1
    guard name < range.upperBound, bytes[name].isASCIILetter || bytes[name] == UInt8(ascii: "/") else { return nil }
    var index = name
    var quote: UInt8?
    while index < range.upperBound {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), bytes[index - 1] == UInt8(ascii: "=") {
        quote = byte
      }
      index += 1
    }
    let end = min(index + 1, range.upperBound)
    guard let raw = Self.rawNames.first(where: { isTag($0, at: name) }) else { return end }
    var close = end
    while let found = source.firstIndex(of: UInt8(ascii: "<"), in: SourceRange(close, range.upperBound)) {
      close = found + 1
      if close < range.upperBound, bytes[close] == UInt8(ascii: "/"), isTag(raw, at: close + 1) { return close }
    }
    return range.upperBound
  }

  private func end(of text: StaticString, from start: Int) -> Int {
    var index = start
    while index < range.upperBound {
      if bytes.holds(text, at: index) { return index + text.utf8CodeUnitCount }
      index += 1
    }
    return range.upperBound
  }

  /// Whether the name of a tag is at an offset, in any case.
  private func isTag(_ name: StaticString, at start: Int) -> Bool {
    let end = start + name.utf8CodeUnitCount
    guard end < range.upperBound, !bytes[end].isASCIIAlphanumeric else { return false }
    return name.withUTF8Buffer { unsafe bytes[start..<end].elementsEqual($0) { $0.asciiLowercased == $1 } }
  }

  // MARK: Markdown

  /// The end of the marker of a block of Markdown that begins a line; nil for other text.
  private func endOfBlockStart(at start: Int) -> Int? {
    let line = source.line(source.lineIndex(at: start))
    let end = min(line.upperBound, range.upperBound)
    switch bytes[start] {
    case UInt8(ascii: "#"):
      let run = source.run(of: UInt8(ascii: "#"), at: start)
      return run.count < 7 && run.upperBound < end && bytes[run.upperBound].isSpaceOrTab ? end : nil
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return isItem(at: start, textAt: start + 1, before: end) ? end : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let mark = start + bytes[start..<end].prefix { $0.isASCIIDigit }.count
      guard mark < end, bytes[mark] == UInt8(ascii: ".") || bytes[mark] == UInt8(ascii: ")") else { return nil }
      return isItem(at: start, textAt: mark + 1, before: end) ? end : nil
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return source.run(of: bytes[start], at: start).count > 2 ? end : nil
    case UInt8(ascii: "|"):
      let next = source.line(source.lineIndex(at: start) + 1)
      return next.upperBound <= range.upperBound && DelimiterRow(next, in: source)?.isValid == true ? end : nil
    default: return nil
    }
  }

  /// Whether a marker with a blank after it begins an item: before a link, or where the next line begins with it too.
  private func isItem(at start: Int, textAt content: Int, before end: Int) -> Bool {
    guard content < end, bytes[content].isSpaceOrTab else { return false }
    let text = source.blanks(at: content).upperBound
    guard text < end else { return false }
    if endOfInline(at: text) != nil || bytes[text] == UInt8(ascii: "!") && endOfInline(at: text + 1) != nil {
      return true
    }
    guard !bytes[start].isASCIIDigit else { return false }
    let next = source.line(source.lineIndex(at: start) + 1)
    let mark = source.blanks(at: next.lowerBound).upperBound
    return mark + 1 < range.upperBound && bytes[mark] == bytes[start] && bytes[mark + 1].isSpaceOrTab
  }

  /// The end of a link, an image or bold text that begins at an offset; nil for other text.
  private func endOfInline(at start: Int) -> Int? {
    guard start < range.upperBound else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "["): return endOfLink(at: start)
    case UInt8(ascii: "*"): return endOfBold(at: start)
    default: return nil
    }
  }

  /// The end of the line, or of as much as such a thing can have: a line may have thousands of brackets.
  private func endOfSearch(from start: Int) -> Int {
    min(source.line(source.lineIndex(at: start)).upperBound, range.upperBound, start + 1000)
  }

  private func endOfLink(at start: Int) -> Int? {
    let line = SourceRange(start, endOfSearch(from: start))
    guard let bracket = source.firstIndex(of: UInt8(ascii: "]"), in: line), bracket > start + 1,
      bytes.holds("](", at: bracket),
      let end = source.firstIndex(of: UInt8(ascii: ")"), in: SourceRange(bracket + 2, line.upperBound))
    else { return nil }
    let address = bytes[bracket + 2..<end]
    guard let first = address.first, !address.contains(where: { $0 <= 0x20 }) else { return nil }
    let isAddress = "#/.".utf8.contains(first) || address.contains("://") || address.contains(".")
    return isAddress ? end + 1 : nil
  }

  private func endOfBold(at start: Int) -> Int? {
    let run = source.run(of: UInt8(ascii: "*"), at: start)
    let end = endOfSearch(from: start)
    guard run.count == 2, run.upperBound < end, !bytes[run.upperBound].isASCIIWhitespace else { return nil }
    var index = run.upperBound
    while let close = source.firstIndex(of: UInt8(ascii: "*"), in: SourceRange(index, end)) {
      if bytes.holds("**", at: close), !bytes[close - 1].isASCIIWhitespace { return close + 2 }
      index = close + 1
    }
    return nil
  }
}
