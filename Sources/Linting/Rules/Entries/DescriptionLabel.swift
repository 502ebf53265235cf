import Markdown
import Source

extension EntryText {
  /// Whether the description is no sentence but names somebody or something, such as the author of a book and its formats.
  ///
  /// These are names of at least two words, a word with digits in it, or a name with formats such as `(PDF)` after it.
  func isLabel(in source: SourceText) -> Bool {
    var words: [Substring] = []
    var hasFormats = false
    for piece in pieces {
      switch piece.kind {
      case .text:
        let (rest, bracketed) = piece.text(in: source).withoutBrackets
        hasFormats = hasFormats || !bracketed.isEmpty && bracketed.allSatisfy { !$0.isLowercase }
        words += rest.split { $0.isWhitespace || ",;&/·".contains($0) }.map { Substring($0) }
      case .emphasis, .strong, .link, .image, .html: break
      default: return false
      }
    }
    guard !words.isEmpty, words.count < 10, words.last?.last?.endsSentence == false else { return false }
    let names = words.filter { !Self.particles.contains(String($0)) }
    let isNamed = names.allSatisfy { $0.first?.isUppercase == true || $0.contains(where: \.isNumber) }
    return isNamed && !names.isEmpty && (names.count > 1 || hasFormats || names[0].contains(where: \.isNumber))
  }

  /// The words in names that begin with a small letter.
  private static let particles: Set<String> = [
    "al", "al.", "and", "by", "da", "das", "de", "del", "della", "den", "der", "di", "dos", "du", "e", "et", "la", "le",
    "of", "och", "og",
    "the", "und", "van", "von", "y", "zu",
  ]
}

extension String {
  /// The text outside of round and square brackets, and the text in them.
  fileprivate var withoutBrackets: (rest: String, bracketed: String) {
    var rest = ""
    var bracketed = ""
    var depth = 0
    for scalar in unicodeScalars {
      switch scalar {
      case "(", "[", "（": depth += 1
      case ")", "]", "）": depth = max(0, depth - 1)
      default: if depth == 0 { rest.unicodeScalars.append(scalar) } else { bracketed.unicodeScalars.append(scalar) }
      }
    }
    return (rest, bracketed)
  }
}

extension Character {
  fileprivate var endsSentence: Bool { ".!?…。！？".contains(self) }
}
