import Source

/// Finds the inlines of one block in its source, one after another, in step with the parser's tree.
///
/// libcmark-gfm's own inline positions are wrong on continuation lines and absent for some constructs. So the matcher walks the bytes
/// and accepts a range only if the source has exactly the content of the tree there.
struct InlineMatcher {
  let bytes: [UInt8]
  /// The offset after the block.
  let end: Int
  /// The number of block quotes around the block: a continuation line may begin with so many `>`.
  let quoteDepth: Int
  private(set) var position: Int
  /// Whether a construct was not found; nothing matches after it.
  private(set) var hasFailed = false
  /// Whether only the prefix of the line was skipped so far.
  private var isAtLineStart = true

  init(bytes: [UInt8], range: SourceRange, quoteDepth: Int) {
    self.bytes = bytes
    self.position = range.lowerBound
    self.end = min(range.upperBound, bytes.count)
    self.quoteDepth = quoteDepth
  }

  /// A matcher for blocks without inlines; it matches nothing.
  static var none: InlineMatcher {
    var matcher = InlineMatcher(bytes: [], range: SourceRange(0, 0), quoteDepth: 0)
    matcher.hasFailed = true
    return matcher
  }

  var syntax: LinkScanner { LinkScanner(bytes: bytes, end: end) }

  func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < end ? bytes[position + ahead] : nil
  }

  /// Skips the block's own syntax before its inlines.
  mutating func skip(to offset: Int) {
    position = min(max(offset, position), end)
  }

  mutating func fail() {
    hasFailed = true
    position = end
  }

  /// Skips spaces and tabs.
  mutating func skipBlanks() {
    while let byte = peek(), byte.isSpaceOrTab { position += 1 }
  }

  mutating func beginConstruct() {
    if isAtLineStart { skipBlanks() }
    isAtLineStart = false
  }

  /// Matches one byte of a construct's delimiters.
  mutating func match(_ byte: UInt8, count: Int = 1) -> Bool {
    guard !hasFailed, position + count <= end else { return false }
    for offset in 0..<count where bytes[position + offset] != byte { return false }
    position += count
    return true
  }

  /// Matches a newline with the spaces around it and the prefix of the next line.
  mutating func lineBreak(isHard: Bool) -> SourceRange? {
    guard !hasFailed else { return nil }
    let start = position
    if isHard, peek() == UInt8(ascii: "\\") { position += 1 }
    skipBlanks()
    guard skipNewline() else { return nil }
    let range = SourceRange(start, position)
    skipLinePrefix()
    return range
  }

  private mutating func skipNewline() -> Bool {
    switch peek() {
    case UInt8(ascii: "\r"):
      position += peek(1) == UInt8(ascii: "\n") ? 2 : 1
      return true
    case UInt8(ascii: "\n"):
      position += 1
      return true
    default: return false
    }
  }

  private mutating func skipLinePrefix() {
    var quotes = quoteDepth
    skipBlanks()
    while quotes > 0, peek() == UInt8(ascii: ">") {
      position += 1
      quotes -= 1
      skipBlanks()
    }
    isAtLineStart = true
  }

  /// Matches text with backslash escapes and entities; `isRaw` is for text without them.
  ///
  /// The result is verbatim if the source equals the text byte for byte.
  mutating func text(_ literal: Span<UInt8>, isRaw: Bool = false) -> (range: SourceRange, isVerbatim: Bool)? {
    guard !hasFailed else { return nil }
    if isAtLineStart, !literal.isEmpty, !literal[0].isASCIIWhitespace { skipBlanks() }
    isAtLineStart = false
    let start = position
    var index = verbatimLength(literal)
    position += index
    var isVerbatim = true
    while index < literal.count {
      guard position < end else { return nil }
      let byte = bytes[position]
      if !isRaw, byte == UInt8(ascii: "\\"), let next = peek(1), next.isASCIIPunctuation, next == literal[index] {
        position += 2
        index += 1
        isVerbatim = false
      } else if !isRaw, byte == UInt8(ascii: "&"), let entity = Entity(bytes: bytes, at: position, end: end),
        let length = entity.match(literal, at: index)
      {
        position += entity.length
        index += length
        isVerbatim = false
      } else if byte == literal[index] {
        position += 1
        index += 1
      } else {
        return nil
      }
    }
    return (SourceRange(start, position), isVerbatim)
  }

  /// The length of the longest part of a literal, from an offset, that the source has verbatim, without either of two bytes.
  func verbatimLength(
    _ literal: Span<UInt8>, from start: Int = 0, upTo first: UInt8 = UInt8(ascii: "\\"),
    or second: UInt8 = UInt8(ascii: "&")
  ) -> Int {
    let source = bytes.span
    let limit = min(literal.count - start, end - position)
    let (left, right) = (UInt64(repeating: first), UInt64(repeating: second))
    var index = 0
    while limit - index >= 8 {
      let word = unsafe source.bytes.unsafeLoadUnaligned(fromByteOffset: position + index, as: UInt64.self)
      let other = unsafe literal.bytes.unsafeLoadUnaligned(fromByteOffset: start + index, as: UInt64.self)
      guard word == other, (word ^ left).zeroBytes | (word ^ right).zeroBytes == 0 else { break }
      index += 8
    }
    while index < limit {
      let byte = source[position + index]
      guard byte == literal[start + index], byte != first, byte != second else { break }
      index += 1
    }
    return index
  }

  /// Matches bytes without escapes, such as raw HTML, across newlines.
  mutating func raw(_ literal: Span<UInt8>) -> SourceRange? {
    guard !hasFailed else { return nil }
    let start = position
    var index = 0
    while index < literal.count {
      let length = verbatimLength(literal, from: index, upTo: UInt8(ascii: "\n"), or: UInt8(ascii: "\r"))
      position += length
      index += length
      if index == literal.count { break }
      guard position < end else { return nil }
      let expected = literal[index]
      if expected.isNewline {
        index += expected == UInt8(ascii: "\r") && index + 1 < literal.count && literal[index + 1] == 0x0A ? 2 : 1
        guard skipNewline() else { return nil }
        skipLinePrefix()
        isAtLineStart = false
      } else if bytes[position] == expected {
        position += 1
        index += 1
      } else {
        return nil
      }
    }
    return SourceRange(start, position)
  }

  /// Matches a code span: a run of backticks, anything, and a run of the same length.
  mutating func code(_ literal: Span<UInt8>) -> (range: SourceRange, content: SourceRange)? {
    guard !hasFailed else { return nil }
    let start = position
    var ticks = 0
    while match(UInt8(ascii: "`")) { ticks += 1 }
    guard ticks > 0 else { return nil }
    let contentStart = position
    var run = 0
    while position < end || run > 0 {
      if position < end, bytes[position] == UInt8(ascii: "`") {
        run += 1
        position += 1
      } else if run == ticks {
        let content = SourceRange(contentStart, position - ticks)
        return agrees(content, literal) ? (SourceRange(start, position), content) : nil
      } else {
        run = 0
        if position < end { position += 1 }
      }
    }
    return nil
  }

  /// Whether a code span's source equals its literal but for spaces, line prefixes and a table's escaping.
  private func agrees(_ content: SourceRange, _ literal: Span<UInt8>) -> Bool {
    func isFolded(_ byte: UInt8) -> Bool {
      byte.isASCIIWhitespace || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: ">")
    }
    var index = 0
    for byte in bytes[content.range] where !isFolded(byte) {
      while index < literal.count, isFolded(literal[index]) { index += 1 }
      guard index < literal.count, literal[index] == byte else { return false }
      index += 1
    }
    while index < literal.count, isFolded(literal[index]) { index += 1 }
    return index == literal.count
  }
}
