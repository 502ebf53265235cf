import Source

/// Finds the separator after an entry's link. Badges, tags, a language in brackets, a star or a few words may come before it.
struct SeparatorScanner {
  /// The tags before the separator.
  private(set) var tags: [String] = []

  private let text: FlatText
  private let spans: Range<Int>
  /// The current span, and the index in the text.
  private var span: Int
  private var position: Int
  private var hasMarker = false

  /// The longest text in brackets before a separator, in bytes.
  private static let longestBracket = 100

  init(_ text: FlatText, after primary: Int, spans: Range<Int>) {
    self.text = text
    self.spans = spans
    span = primary + 1
    position = text.spans[primary].bounds.upperBound
  }

  mutating func separator() -> Separator? {
    while span < spans.upperBound {
      let current = text.spans[span]
      switch current.kind {
      case .text:
        let end = endOfText
        if let found = Separator(in: text.bytes[position..<end], afterMarker: hasMarker) { return found }
        while position < end, text.bytes[position].isASCIIWhitespace { position += 1 }
        if position < current.bounds.upperBound {
          guard skipJoiner(current) || skipMarker() else { return separatorAfterWords() }
          hasMarker = true
        }
        skipSpans()
      case .code:
        tags.append(text.string(current.bounds))
        skip(current)
      case .link, .image: skip(current)
      case .lineBreak:
        position = current.bounds.upperBound
        span += 1
      }
    }
    return nil
  }

  private mutating func skip(_ current: FlatText.Span) {
    hasMarker = true
    position = current.bounds.upperBound
    span += 1
  }

  private mutating func skipSpans() {
    while span < spans.upperBound, text.spans[span].bounds.upperBound <= position { span += 1 }
  }

  /// The end of the adjacent text spans, up to a limit: a separator is close to its link.
  private var endOfText: Int {
    var index = span
    var end = position
    while index < spans.upperBound, end - position < 4 * Self.longestBracket, case .text = text.spans[index].kind {
      end = text.spans[index].bounds.upperBound
      index += 1
    }
    return end
  }

  /// Skips a joiner of two links of one entry: `[x](u) / [y](v)`, `[x](u), [y](v) and [z](w)`.
  private mutating func skipJoiner(_ current: FlatText.Span) -> Bool {
    guard span + 1 < spans.upperBound, case .link = text.spans[span + 1].kind,
      Self.joiners.contains(text.string(position..<current.bounds.upperBound))
    else { return false }
    position = current.bounds.upperBound
    return true
  }

  private static let joiners: Set<String> = ["/", ",", "&", "+", "|", "·", "、", "and", "or", ", and", ", or"]

  /// Skips a symbol, a shortcode or a text in brackets; false at anything else.
  private mutating func skipMarker() -> Bool {
    let end = text.spans[spans.upperBound - 1].bounds.upperBound
    switch text.bytes[position] {
    case UInt8(ascii: "("): return skipBracket(UInt8(ascii: ")"), end)
    case UInt8(ascii: "["): return skipBracket(UInt8(ascii: "]"), end)
    case UInt8(ascii: ":"):
      guard let length = FlatText.shortcodeLength(text.bytes[position..<end]) else { return false }
      position += length
      return true
    case 0..<0x80: return false
    default:
      guard let length = text.symbolLength(at: position) else { return false }
      position += length
      return true
    }
  }

  private mutating func skipBracket(_ close: UInt8, _ end: Int) -> Bool {
    let open = text.bytes[position]
    var depth = 0
    for index in position..<min(end, position + Self.longestBracket) {
      if text.bytes[index] == open { depth += 1 }
      if text.bytes[index] == close { depth -= 1 }
      if depth == 0 {
        position = index + 1
        return true
      }
    }
    return false
  }

  /// A dash after at most four words without punctuation: `[x](u) by someone - text`.
  private func separatorAfterWords() -> Separator? {
    var words = 1
    var index = position
    let end = endOfText
    while index < end, index - position < Self.longestBracket {
      let byte = text.bytes[index]
      if byte.isASCIIWhitespace {
        if let found = Separator(in: text.bytes[index..<end], afterMarker: true), found.shape != .colon { return found }
        words += 1
      }
      if words > 4 || ".,;!?".utf8.contains(byte) { return nil }
      index += 1
    }
    return nil
  }
}
