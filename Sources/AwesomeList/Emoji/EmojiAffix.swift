/// Separates the emoji that authors put before or behind a heading's words.
enum EmojiAffix {
  /// The words, trimmed, and the emoji at their start or else at their end.
  static func split(_ text: String) -> (text: String, emoji: String?) {
    let trimmed = trim(text[...])
    // No character of ASCII is shown as an emoji by itself.
    if trimmed.utf8.allSatisfy({ $0 < 0x80 }) { return (String(trimmed), nil) }
    let leading = trimmed.prefix { $0.isEmoji }
    if !leading.isEmpty, leading.endIndex < trimmed.endIndex {
      return (String(trim(trimmed[leading.endIndex...])), String(leading))
    }
    if let lastWord = trimmed.lastIndex(where: { !$0.isEmoji }) {
      let trailing = trimmed[trimmed.index(after: lastWord)...]
      if !trailing.isEmpty { return (String(trim(trimmed[...lastWord])), String(trailing)) }
    }
    return (String(trimmed), nil)
  }

  static func trim(_ text: Substring) -> Substring {
    var bytes = text.utf8
    while let first = bytes.first, first.isBlank { bytes.removeFirst() }
    while let last = bytes.last, last.isBlank { bytes.removeLast() }
    let isTrimmed = (bytes.first ?? 0) < 0x80 && (bytes.last ?? 0) < 0x80
    if isTrimmed { return Substring(bytes) }
    // Unicode has other spaces.
    var text = Substring(bytes).drop { $0.isWhitespace }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}

private let variationSelector16: Unicode.Scalar = "\u{FE0F}"

extension Character {
  /// Whether the character is shown as an emoji, or is a symbol that has an emoji form.
  var isEmoji: Bool {
    guard let first = unicodeScalars.first, first.properties.isEmoji else { return false }
    if first.properties.isEmojiPresentation || unicodeScalars.contains(variationSelector16) { return true }
    return !first.isASCII && first.value >= 0x2190
  }
}
