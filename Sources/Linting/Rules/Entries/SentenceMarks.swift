import Source

extension Substring {
  /// Whether the text ends in a mark that ends a sentence, with the quotes and brackets that may close after it.
  var isEnded: Bool {
    endsSentence || withoutLastBrackets?.endsSentence == true
  }

  /// The text before the brackets that end it; nil where it ends in none.
  private var withoutLastBrackets: Substring? {
    let open: Character
    switch last?.onlyScalar {
    case ")": open = "("
    case "]": open = "["
    case "）": open = "（"
    default: return nil
    }
    guard let start = last(of: open) else { return nil }
    return self[..<start].trimmingSuffix(while: \.isWhitespace)
  }

  /// The last place of a bracket; one of ASCII is found by its byte, unless it is a part of a longer character.
  private func last(of bracket: Character) -> Index? {
    if let byte = bracket.asciiValue, let index = utf8.lastIndex(of: byte), self[index] == bracket { return index }
    return lastIndex(of: bracket)
  }

  private var endsSentence: Bool {
    var text = self
    while let last = text.last, last.closesSentence { text.removeLast() }
    return text.last?.endsSentence ?? false
  }
}

extension Character {
  var opensAside: Bool {
    switch onlyScalar {
    case "(", "[", "{", "|", "/", ",", "·", "\u{387}", "•", "-", "–", "—", " ", "\u{A0}": true
    default: false
    }
  }

  fileprivate var closesSentence: Bool {
    switch onlyScalar {
    case ")", "]", "}", "\"", "'", "”", "’", "»", "」", "』", "）", "】", "`", "\u{1FEF}", "*", "_": true
    default: false
    }
  }

  fileprivate var endsSentence: Bool {
    switch onlyScalar {
    case ".", "!", "?", "…", "。", "！", "？", "．", "؟", "।", "։", "‼", "⁉": true
    default: false
    }
  }
}
