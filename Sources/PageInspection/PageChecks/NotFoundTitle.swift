/// Titles that mean only a missing page.
enum NotFoundTitle {
  private static let separators: Set<Character> = [
    "|", "-", "–", "—", "·", "•", ":", "»", "«", "/", "~", "_", "｜", "－", "：",
  ]

  /// Words around the phrase that do not change its meaning.
  private static let fillers: Set<String> = {
    let words = """
      404 410 error http oops ooops ooop ups uups whoops hoppla sorry status code page404 fehler erreur erro errore ошибка
      помилка hata fout fel fejl feil chyba błąd virhe eroare hiba σφάλμα خطأ خطا त्रुटि lỗi kesalahan ralat greška
      the that this a we re are is was la le el los il lo o os as esta este essa cette ce questa questo die der das diese
      dieser de het deze эта этой bu den det denna denne ten ta tato this
      désolé désolée entschuldigung leider lo siento sentimos desculpe spiacenti ci dispiace helaas извините
      сожалению к вибачте üzgünüz przepraszamy maaf
      """
    return Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
  }()

  /// Apologies at the start of a title, in scripts without spaces between words.
  private static let courtesies: [Phrase] = [
    "很抱歉", "抱歉", "非常抱歉", "对不起", "對不起", "哎呀", "出错了", "错误", "錯誤", "エラー", "申し訳ありません", "申し訳ございません",
    "죄송합니다", "오류", "ขออภัย",
  ]

  /// Whether the path of a URL is that of a page about missing pages.
  static func isSubject(of url: String) -> Bool {
    let path = Words.of(String(url.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }))
    return ["404", "notfound"].contains { path.contains($0) } || Words.contain(path, ["not", "found"])
  }

  /// Whether a URL is that of a site's not-found page: `/404.html`, `/error/not-found`.
  static func isPlace(_ url: String) -> Bool {
    let path = url.prefix { $0 != "?" }.split(separator: "/").dropFirst(2)
    let words = Words.of(String((path.last ?? "").prefix { $0 != "." }))
    return ["404", "notfound", "pagenotfound", "error404", "404error"].contains { words.contains($0) }
      && words.count <= 3 || words == ["not", "found"] || words == ["page", "not", "found"]
  }

  /// Whether a title with these words can have a phrase: most have no word that begins one.
  static func mayBeOne(_ words: [String]) -> Bool {
    words.contains { $0 == "404" || $0 == "410" || beginnings.contains($0) }
  }

  private static let beginnings = Set(bare.keys.compactMap(\.first))

  /// The phrase of a title that has nothing else but the site's name; `nil` for any other title.
  ///
  /// - Parameters:
  ///   - host: of the page.
  ///   - site: the page's name for its site.
  static func phrase(in title: String, host: String, site: String?) -> Phrase? {
    let worded = parts(of: title).map { Words.of($0) }.filter { words in
      // A part of fillers does not count.
      !words.allSatisfy { fillers.contains($0) && $0 != "404" && $0 != "410" }
    }
    let matches = worded.map { phrase(of: $0) }
    guard let found = matches.compactMap(\.self).first else { return nil }
    let others = zip(worded, matches).filter { $0.1 == nil }.map(\.0)
    let (hostWords, siteWords) = (Words.of(host), site.map { Words.of($0) })
    let isName =
      others.count <= 1
      && others.allSatisfy { part in
        isShort(part) || part == siteWords
          || part.contains { word in hostWords.contains { $0.contains(word) && word.count > 2 } }
      }
    return isName || others.flatMap(\.self) == siteWords ? found : nil
  }

  /// Whether a part is as short as a name; a character that is a word counts half.
  private static func isShort(_ part: [String]) -> Bool {
    part.reduce(0) { $0 + ($1.utf8.count > 2 && $1.count == 1 ? 1 : 2) } <= 6
  }

  private static func parts(of title: String) -> [String] {
    var parts = [""]
    var previous: Character = " "
    for character in title {
      // A hyphen within a word is not a separator.
      if separators.contains(character), character != "-" || previous == " " {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
      previous = character
    }
    return parts
  }

  private static func phrase(of part: [String]) -> Phrase? {
    var part = part.filter { !fillers.contains($0) && Int($0) == nil || $0 == "404" || $0 == "410" }
    while let courtesy = courtesies.first(where: { part.starts(with: $0.words) }) {
      part.removeFirst(courtesy.words.count)
    }
    let kept = part.filter { $0 != "404" && $0 != "410" }
    if kept.isEmpty { return part.isEmpty ? nil : "404" }
    return bare[kept]
  }

  /// The phrases by their words without fillers.
  private static let bare: [[String]: Phrase] = {
    let keyed = Phrases.notFound.map { phrase in (phrase.words.filter { !fillers.contains($0) }, phrase) }
    return Dictionary(keyed.filter { !$0.0.isEmpty }) { first, _ in first }
  }()
}
