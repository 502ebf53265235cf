/// Pairs quotes and brackets in the text of a paragraph.
struct QuoteBalance {
  struct Mark {
    let character: Character
    let offset: Int
  }

  /// The marks without a partner that stand before the current place.
  private var strays: [Mark] = []
  private var open: [Mark] = []

  /// The marks without a partner, in the order of the text.
  var unmatched: [Mark] { (strays + open).sorted { $0.offset < $1.offset } }

  mutating func read(_ text: String, at start: Int) {
    let characters = Array(text)
    var offset = start
    for (index, character) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : nil
      let isNested = open.contains { $0.character == Self.partners[character] }
      if before != "\\", isNested || !Self.isExempt(character, before: before, in: characters[..<index]) {
        read(Mark(character: character, offset: offset))
      }
      offset += String(character).utf8.count
    }
  }

  private mutating func read(_ mark: Mark) {
    if mark.character == "\"" {
      closeOrOpen(mark, partner: "\"")
    } else if mark.character == "“" {
      // Closes in German, opens in English.
      if let last = open.lastIndex(where: { $0.character == "„" }) {
        open.removeSubrange(last...)
      } else {
        open.append(mark)
      }
    } else if let partner = Self.partners[mark.character] {
      if let last = open.lastIndex(where: { $0.character == partner || (partner == "“" && $0.character == "„") }) {
        strays += open[(last + 1)...]
        open.removeSubrange(last...)
      } else {
        strays.append(mark)
      }
    } else if Self.openers.contains(mark.character) {
      open.append(mark)
    }
  }

  private mutating func closeOrOpen(_ mark: Mark, partner: Character) {
    if let last = open.lastIndex(where: { $0.character == partner }) {
      strays += open[(last + 1)...]
      open.removeSubrange(last...)
    } else {
      open.append(mark)
    }
  }

  /// Inches, smileys, and the brackets behind the numbers and letters of an enumeration.
  private static func isExempt(
    _ character: Character, before: Character?, in text: ArraySlice<Character>
  ) -> Bool {
    switch character {
    case "\"": return before?.isNumber == true
    case "(": return before.map { ":;=-".contains($0) } ?? false
    case ")", "）":
      if before.map({ ":;=-^".contains($0) }) ?? false { return true }
      let word = text.reversed().prefix { $0.isLetter || $0.isNumber }
      guard word.count <= 2, !word.isEmpty else { return false }
      let ahead = text.dropLast(word.count).last
      return ahead == nil || ahead?.isWhitespace == true
    default: return false
    }
  }

  private static let partners: [Character: Character] = [
    ")": "(", "）": "（", "”": "“", "」": "「", "』": "『", "》": "《", "】": "【",
  ]
  private static let openers = Set(partners.values).union(["„"])
}
