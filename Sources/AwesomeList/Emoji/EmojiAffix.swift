import Source

/// Separates a heading's words from the emoji before or after them.
enum EmojiAffix {
  /// The trimmed words, and the emoji at their start or else at their end.
  static func split(_ text: String) -> (text: String, emoji: String?) {
    let trimmed = text.trimmed
    // No single ASCII character is an emoji.
    if trimmed.utf8.allSatisfy({ $0 < 0x80 }) { return (trimmed, nil) }
    let leading = trimmed.prefix { $0.isEmoji }
    if !leading.isEmpty, leading.endIndex < trimmed.endIndex {
      return (trimmed[leading.endIndex...].trimmed, String(leading))
    }
    if let lastWord = trimmed.lastIndex(where: { !$0.isEmoji }) {
      let trailing = trimmed[trimmed.index(after: lastWord)...]
      if !trailing.isEmpty { return (trimmed[...lastWord].trimmed, String(trailing)) }
    }
    return (trimmed, nil)
  }
}

private let variationSelector16: Unicode.Scalar = "\u{FE0F}"

extension Character {
  /// Whether the character is an emoji, or a symbol with an emoji form.
  var isEmoji: Bool {
    guard let first = unicodeScalars.first, first.properties.isEmoji else { return false }
    if first.properties.isEmojiPresentation || unicodeScalars.contains(variationSelector16) { return true }
    return !first.isASCII && first.value >= 0x2190
  }
}
