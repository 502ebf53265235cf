/// Pairs quotes and brackets in the text of a paragraph.
struct QuoteBalance {
  struct Mark {
    let character: Character
    let offset: Int
  }

  /// The marks without a partner that stand before the current place.
  private var strays: [Mark] = []
  private var open: [Mark] = []
  /// How many of each kind are open, so that a closing mark without a partner is known without a search.
  private var openCounts: [Character: Int] = [:]

  /// The marks without a partner, in the order of the text.
  var unmatched: [Mark] { (strays + open).sorted { $0.offset < $1.offset } }

  /// Whether bytes can hold a mark: most text has none.
  static func concerns(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains { $0 == 0x22 || $0 == 0x28 || $0 == 0x29 || $0 == 0xE2 || $0 == 0xE3 || $0 == 0xEF }
  }

  mutating func read(_ text: String, at start: Int) {
    let characters = Array(text)
    var offset = start
    for (index, character) in characters.enumerated() {
      defer { offset += String(character).utf8.count }
      guard Self.marks.contains(character) else { continue }
      let before = index > 0 ? characters[index - 1] : nil
      let isNested = Self.partners[character].map { openCounts[$0, default: 0] > 0 } ?? false
      if before != "\\", isNested || !Self.isExempt(character, before: before, in: characters[..<index]) {
        read(Mark(character: character, offset: offset))
      }
    }
  }

  private mutating func read(_ mark: Mark) {
    switch mark.character {
    case "\"": if !close({ $0 == "\"" }) { push(mark) }
    // Closes in German, opens in English.
    case "“": if !close({ $0 == "„" }) { push(mark) }
    case "”": if !close({ $0 == "“" || $0 == "„" }) { strays.append(mark) }
    default:
      guard let partner = Self.partners[mark.character] else { return push(mark) }
      if !close({ $0 == partner }) { strays.append(mark) }
    }
  }

  private mutating func push(_ mark: Mark) {
    open.append(mark)
    openCounts[mark.character, default: 0] += 1
  }

  /// Takes the last open mark that is a partner; what was opened behind it has none.
  private mutating func close(_ isPartner: (Character) -> Bool) -> Bool {
    guard openCounts.contains(where: { $0.value > 0 && isPartner($0.key) }) else { return false }
    while let last = open.popLast() {
      openCounts[last.character, default: 0] -= 1
      if isPartner(last.character) { return true }
      strays.append(last)
    }
    return false
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
  private static let marks = Set(partners.keys).union(openers).union(["\""])
}
