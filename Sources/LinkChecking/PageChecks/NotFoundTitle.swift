/// A title taken apart at its separators.
enum NotFoundTitle {
  private static let separators: Set<Character> = ["|", "-", "–", "—", "·", "•", ":", "»", "«", "/", "~", "_"]
  /// Words that surround the phrase without saying anything.
  private static let fillers: Set<String> = [
    "404", "410", "that", "this", "error", "http", "oops", "ooops", "sorry", "the", "status", "code", "fehler",
    "erreur", "erro",
    "errore",
    "ошибка", "hata", "fout", "fel", "chyba", "błąd",
  ]

  /// The phrase that a title consists of, the site's name aside; `nil` where it says anything else.
  static func phrase(in title: String, host: String) -> Phrase? {
    var parts = [""]
    var previous: Character = " "
    for character in title {
      // A hyphen within a word parts nothing.
      if separators.contains(character), character != "-" || previous == " " {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
      previous = character
    }
    let worded = parts.map { Words.of($0) }.filter { words in
      // A part that says nothing by itself parts nothing from the rest.
      !words.allSatisfy { fillers.contains($0) && $0 != "404" && $0 != "410" }
    }
    let matches = worded.map { phrase(of: $0) }
    guard let found = matches.compactMap(\.self).first else { return nil }
    let others = zip(worded, matches).filter { $0.1 == nil }.map(\.0)
    let hostWords = Words.of(host)
    let isName =
      others.count <= 1
      && others.allSatisfy { part in
        part.count <= 3 || part.contains { word in hostWords.contains { $0.contains(word) && word.count > 2 } }
      }
    return isName ? found : nil
  }

  private static func phrase(of part: [String]) -> Phrase? {
    let kept = part.filter { !fillers.contains($0) && Int($0) == nil }
    if kept.isEmpty { return part.contains("404") || part.contains("410") ? "404" : nil }
    return bare[kept]
  }

  /// The phrases by their words without fillers.
  private static let bare: [[String]: Phrase] = {
    let keyed = Phrases.notFound.map { phrase in (phrase.words.filter { !fillers.contains($0) }, phrase) }
    return Dictionary(keyed.filter { !$0.0.isEmpty }) { first, _ in first }
  }()
}
