import Source

/// The name in a line whose link names no entry: `Name - text. [Docs](u)`, `Name <https://example.org>`.
struct LeadingName {
  /// The name's bounds in the text.
  let name: Range<Int>
  /// The bounds of the text between the name and the link; empty without one.
  let rest: Range<Int>
  /// Whether the name, or the text after it, clearly ends before what follows.
  let isSetOff: Bool

  /// The most words of a name, and of a title of a paper, after which the link is in brackets.
  private static let mostWords = (name: 8, title: 24)

  /// Reads the words in some bounds of a text; nil if there are none, or they are a sentence.
  init?(_ text: FlatText, in bounds: Range<Int>) {
    let bounds = Self.withoutSymbol(text, text.trimmed(bounds))
    let whole = text.withoutPunctuation(bounds)
    guard text.hasWords(whole) else { return nil }
    let isBracketed = bounds.last.map { "([".utf8.contains(text.bytes[$0]) } ?? false
    let mostWords = isBracketed ? Self.mostWords.title : Self.mostWords.name
    var end = whole.upperBound
    var next = end
    let code = text.spans(in: whole).first { span in
      if case .code = span.kind { span.bounds.lowerBound > whole.lowerBound } else { false }
    }
    if text.strongEnd > whole.lowerBound, text.strongEnd <= whole.upperBound {
      (end, next) = (text.strongEnd, text.strongEnd)
    } else if let found = Self.separator(text, in: whole, mostWords: mostWords) {
      (end, next) = found
    }
    if let code, code.bounds.lowerBound < end { (end, next) = (code.bounds.lowerBound, code.bounds.lowerBound) }
    name = Self.withoutBrackets(text, text.withoutPunctuation(whole.lowerBound..<max(end, whole.lowerBound)))
    let count = text.wordCount(name, limit: mostWords + 1)
    guard count > 0, count <= mostWords else { return nil }
    rest = Self.rest(text, next..<max(next, whole.upperBound))
    isSetOff =
      isBracketed || bounds != whole || text.strongEnd > 0 && end == text.strongEnd && !text.hasWords(rest)
      || bounds.last.map { Self.ends.contains(text.bytes[$0]) } ?? false || text.endsSentence(whole)
  }

  private static let ends = Set(".!?,;)]".utf8)

  /// The end of the words before the first separator, and where the text after it begins.
  private static func separator(
    _ text: FlatText, in bounds: Range<Int>, mostWords: Int
  ) -> (end: Int, next: Int)? {
    var words = 0
    var index = bounds.lowerBound
    while index < bounds.upperBound {
      let byte = text.bytes[index]
      // A colon may touch the name: `Name: text`, `名称：…`.
      if byte.isASCIIWhitespace || byte == UInt8(ascii: ":") || byte == 0xEF {
        let found = Separator(in: text.bytes[index..<bounds.upperBound], afterMarker: true)
        if let found, index > bounds.lowerBound { return (index, found.end) }
        if byte.isASCIIWhitespace { words += 1 }
      }
      if words > mostWords { return nil }
      index += 1
    }
    return nil
  }

  /// The text after a name, without tags, and without a separator at its start.
  private static func rest(_ text: FlatText, _ bounds: Range<Int>) -> Range<Int> {
    var start = bounds.lowerBound
    for span in text.spans(in: bounds)
    where span.bounds.lowerBound >= start && span.bounds.upperBound <= bounds.upperBound {
      if case .code = span.kind { start = span.bounds.upperBound }
      if text.hasWords(start..<span.bounds.upperBound) { break }
    }
    let rest = text.trimmed(start..<bounds.upperBound)
    if let separator = Separator(in: text.bytes[start..<bounds.upperBound], afterMarker: false) {
      return text.trimmed(separator.end..<bounds.upperBound)
    }
    return text.withoutLeadingPunctuation(rest)
  }

  /// The bounds without an emoji or a shortcode at their start.
  private static func withoutSymbol(_ text: FlatText, _ bounds: Range<Int>) -> Range<Int> {
    guard let first = bounds.first else { return bounds }
    if let length = FlatText.shortcodeLength(text.bytes[bounds]) {
      return text.trimmed(first + length..<bounds.upperBound)
    }
    guard text.bytes[first] >= 0x80, let length = text.symbolLength(at: first), first + length <= bounds.upperBound
    else { return bounds }
    return text.trimmed(first + length..<bounds.upperBound)
  }

  /// The bounds without brackets around all of them.
  private static func withoutBrackets(_ text: FlatText, _ bounds: Range<Int>) -> Range<Int> {
    guard bounds.count > 2, text.bytes[bounds.lowerBound] == UInt8(ascii: "["),
      text.bytes[bounds].firstIndex(of: UInt8(ascii: "]")) == bounds.upperBound - 1
    else { return bounds }
    return text.trimmed(bounds.lowerBound + 1..<bounds.upperBound - 1)
  }

  /// Whether the words may be a name, not the start of a sentence that goes on with the link: `see the`, `hosted on`.
  func mayBeName(_ text: FlatText) -> Bool {
    let last = text.bytes[name].split { $0.isASCIIWhitespace }.last ?? []
    return !Self.functionWords.contains(String(decoding: last, as: UTF8.self).lowercased())
  }

  private static let functionWords: Set<String> = [
    "a", "an", "the", "this", "that", "these", "our", "my", "your", "their", "its", "his", "her", "of", "on", "in",
    "at", "to", "from", "for", "by", "with", "via", "and", "or", "is", "are", "as", "see", "read", "use", "visit",
    "join", "follow", "check", "try", "using", "into", "about", "like", "also", "official", "its",
  ]
}

extension FlatText {
  /// The spans that begin in some bounds or go into them: a paragraph may have thousands of others.
  fileprivate func spans(in bounds: Range<Int>) -> ArraySlice<Span> {
    let first = spans.partitioningIndex { $0.bounds.upperBound > bounds.lowerBound }
    return spans[first...].prefix { $0.bounds.lowerBound < bounds.upperBound }
  }

  /// Whether some bounds end with a full stop, a question mark or an exclamation mark of East Asia.
  fileprivate func endsSentence(_ bounds: Range<Int>) -> Bool {
    ["。", "！", "？", "，", "；"].contains { bytes[bounds].suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}
