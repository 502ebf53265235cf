/// Pairs quotes and East Asian brackets as awesome-lint does.
struct PunctuationPairs {
  struct Mark {
    let character: Character
    let phrase: MergedInline
    /// The number of characters before it.
    let position: Int
  }

  private var strays: [Mark] = []
  /// The marks that wait for their partner, by what they are; the innermost last.
  private var open: [Character: [Mark]] = [:]
  private var previous: Character?
  private var position = 0
  private var lastBlank = -1

  /// The marks without a partner.
  var unmatched: [Mark] { strays + open.values.joined() }

  /// Reads the next text of a block.
  mutating func read(_ phrase: MergedInline) {
    var rest = phrase.text[...]
    while let character = rest.popFirst() {
      read(Mark(character: character, phrase: phrase, position: position), next: rest.first)
      if character.isWhitespace { lastBlank = position }
      previous = character
      position += 1
    }
  }

  private mutating func read(_ mark: Mark, next: Character?) {
    if mark.character == "’", isApostrophe(before: next) { return }
    let isStraight = mark.character == "\""
    guard let partner = isStraight ? mark.character : Self.partners[mark.character] else {
      if Self.openers.contains(mark.character) { open[mark.character, default: []].append(mark) }
      return
    }
    if let last = open[partner]?.last {
      // A straight quote closes nothing but what was opened last.
      if isStraight, open.values.contains(where: { ($0.last?.position ?? 0) > last.position }) {
        strays.append(mark)
      } else {
        open[partner]?.removeLast()
      }
    } else if isStraight {
      open[mark.character, default: []].append(mark)
    } else {
      strays.append(mark)
    }
  }

  /// Whether the mark at the current place belongs to the word before it, and closes no quote of one word.
  private func isApostrophe(before next: Character?) -> Bool {
    guard let previous, previous.isLetter || previous.isNumber || previous == "_" else { return false }
    if let next, next.isLetter || next.isNumber || next == "_" { return true }
    guard next.map({ $0.isWhitespace || $0.isPunctuation }) ?? true else { return false }
    return open["‘"]?.last.map { $0.position < lastBlank } ?? true
  }

  private static let partners: [Character: Character] = [
    "”": "“", "’": "‘", "』": "『", "）": "（", "》": "《", "」": "「", "】": "【",
  ]
  private static let openers = Set(partners.values)
}
