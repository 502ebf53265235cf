import AwesomeList

/// The language and direction of a list, as far as its letters and words tell them.
struct ListLanguage: Equatable {
  /// The language's code of BCP 47; nil where it cannot be told.
  let code: String?
  let isRightToLeft: Bool

  /// Reads texts of a list; each counts once, so that names in Latin letters do not outvote the text around them.
  init(_ texts: [String]) {
    var votes: [Script: Int] = [:]
    var letters: [Script: [Unicode.Scalar: Int]] = [:]
    var words = LatinWords()
    for text in texts {
      var counts: [Script: Int] = [:]
      for scalar in text.unicodeScalars {
        guard let script = Script(scalar) else { continue }
        counts[script, default: 0] += script.weight
        if script != .latin { letters[script, default: [:]][scalar, default: 0] += 1 }
      }
      guard let most = counts.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }) else { continue }
      votes[most.key, default: 0] += 1
      if most.key == .latin { words.read(text) }
    }
    let total = votes.values.reduce(0, +)
    let winner = votes.first { $0.value * 2 > total }?.key
    isRightToLeft = winner.map { [.arabic, .hebrew, .thaana, .syriac].contains($0) } ?? false
    code = winner.flatMap { $0 == .latin ? words.language : $0.language(letters[$0] ?? [:]) }
  }
}

/// A system of writing.
private enum Script: String {
  case latin, greek, cyrillic, armenian, georgian, hebrew, arabic, syriac, thaana, thai, lao, khmer, burmese, bengali
  case tamil, telugu, kannada, malayalam, gujarati, sinhala, devanagari, korean, eastAsian

  /// The script of a letter; nil for other characters.
  init?(_ scalar: Unicode.Scalar) {
    guard scalar.properties.isAlphabetic,
      let range = Self.ranges.first(where: { $0.range.contains(scalar.value) })
    else { return nil }
    self = range.script
  }

  private static let ranges: [(range: ClosedRange<UInt32>, script: Script)] = [
    (0x41...0x24F, .latin), (0x1E00...0x1EFF, .latin), (0x370...0x3FF, .greek), (0x400...0x52F, .cyrillic),
    (0x530...0x58F, .armenian), (0x590...0x5FF, .hebrew), (0x600...0x6FF, .arabic), (0x700...0x74F, .syriac),
    (0x750...0x77F, .arabic), (0x780...0x7BF, .thaana), (0x900...0x97F, .devanagari), (0x980...0x9FF, .bengali),
    (0xA80...0xAFF, .gujarati), (0xB80...0xBFF, .tamil), (0xC00...0xC7F, .telugu), (0xC80...0xCFF, .kannada),
    (0xD00...0xD7F, .malayalam), (0xD80...0xDFF, .sinhala), (0xE00...0xE7F, .thai), (0xE80...0xEFF, .lao),
    (0x1000...0x109F, .burmese), (0x10A0...0x10FF, .georgian), (0x1100...0x11FF, .korean), (0x1780...0x17FF, .khmer),
    (0x3040...0x30FF, .eastAsian), (0x3400...0x9FFF, .eastAsian), (0xAC00...0xD7AF, .korean),
    (0xFB50...0xFDFF, .arabic), (0xFE70...0xFEFC, .arabic), (0x20000...0x3FFFF, .eastAsian),
  ]

  /// How much a letter says: names in Latin letters are in texts of every language, and a Chinese character is a word.
  var weight: Int {
    switch self {
    case .latin: 2
    case .eastAsian, .korean: 6
    default: 3
    }
  }

  /// The language of a text with these numbers of letters.
  func language(_ letters: [Unicode.Scalar: Int]) -> String? {
    switch self {
    case .arabic: Self.arabic(letters)
    case .cyrillic: Self.cyrillic(letters)
    case .eastAsian: Self.eastAsian(letters)
    default: Self.languages[self]
    }
  }

  /// The scripts of one language, or nearly so.
  private static let languages: [Script: String] = [
    .greek: "el", .armenian: "hy", .georgian: "ka", .hebrew: "he", .thaana: "dv", .thai: "th", .lao: "lo",
    .khmer: "km", .burmese: "my", .tamil: "ta", .telugu: "te", .kannada: "kn", .malayalam: "ml", .gujarati: "gu",
    .sinhala: "si", .korean: "ko",
  ]

  private static func arabic(_ letters: [Unicode.Scalar: Int]) -> String? {
    let all = letters.values.reduce(0, +)
    if letters.count(of: "ەێۆڕڵۇۈ") * 40 > all { return nil }
    if letters.count(of: "ښټډړځې") * 100 > all { return "ps" }
    if letters.count(of: "ٹڈڑںےہھ") * 40 > all { return "ur" }
    let (persian, arabic) = (letters.count(of: "پچژگکی"), letters.count(of: "يكةىأإ"))
    return persian == arabic ? nil : persian > arabic ? "fa" : "ar"
  }

  private static func cyrillic(_ letters: [Unicode.Scalar: Int]) -> String? {
    let all = letters.values.reduce(0, +)
    func isUsed(_ set: String) -> Bool { letters.count(of: set) * 200 > all }
    if isUsed("қңғүұөәҳҷӣӯҗҥӑӗ") { return nil }
    if isUsed("ўЎ") { return "be" }
    if isUsed("їєґЇЄҐ") { return "uk" }
    if isUsed("ѓќѕ") { return "mk" }
    if isUsed("ђћљњџј") { return "sr" }
    if isUsed("ыэёЫЭЁ") { return "ru" }
    return isUsed("ъЪ") ? "bg" : nil
  }

  /// Japanese has kana among its characters, Chinese none but in quotations.
  private static func eastAsian(_ letters: [Unicode.Scalar: Int]) -> String? {
    let all = letters.values.reduce(0, +)
    let kana = letters.reduce(0) { (0x3040...0x30FF).contains($1.key.value) ? $0 + $1.value : $0 }
    return kana * 10 >= all ? "ja" : kana * 50 <= all ? "zh" : nil
  }
}

extension [Unicode.Scalar: Int] {
  fileprivate func count(of set: String) -> Int {
    set.unicodeScalars.reduce(0) { $0 + (self[$1] ?? 0) }
  }
}

/// The languages in Latin letters, by the words that are frequent in one of them only.
private struct LatinWords {
  private var counts: [String: Int] = [:]

  private static let words: [String: Set<String>] = [
    "en": ["the", "and", "of", "for", "with", "to", "from", "that", "your", "is", "you", "are", "by", "this"],
    "fr": ["le", "les", "des", "et", "pour", "une", "avec", "du", "dans", "vos", "est", "sur", "aux", "votre"],
    "de": ["der", "die", "und", "für", "mit", "das", "ein", "eine", "von", "zum", "zur", "auf", "ist", "den"],
    "es": ["el", "los", "las", "y", "para", "con", "una", "del", "por", "tu", "lista", "más"],
    "pt": ["os", "uma", "para", "da", "em", "ou", "não", "dos", "você", "seu"],
    "it": ["il", "gli", "di", "per", "con", "una", "della", "dei", "che", "delle", "sono"],
    "nl": ["het", "een", "van", "voor", "met", "zijn", "naar"],
    "pl": ["i", "do", "z", "w", "dla", "oraz", "na", "się", "jest"],
    "sv": ["och", "för", "med", "att", "till", "som", "är", "av", "ett"],
    "tr": ["ve", "için", "bir", "ile", "bu", "olan", "veya"],
    "id": ["dan", "untuk", "yang", "dengan", "dari", "ini", "di"],
    "cs": ["a", "pro", "na", "je", "se", "nebo", "který", "ve"],
    "vi": ["và", "cho", "các", "của", "một", "là", "những", "được"],
  ]

  private static let languages: [String: [String]] = words.reduce(into: [:]) { result, language in
    for word in language.value { result[word, default: []].append(language.key) }
  }

  mutating func read(_ text: String) {
    for word in text.lowercased().unicodeScalars.split(whereSeparator: { !$0.properties.isAlphabetic }) {
      for language in Self.languages[String(word)] ?? [] { counts[language, default: 0] += 1 }
    }
  }

  /// The language with at least three such words and twice as many as any other.
  var language: String? {
    let sorted = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let first = sorted.first, first.value >= 3, first.value >= 2 * (sorted.dropFirst().first?.value ?? 0) else {
      return nil
    }
    return first.key
  }
}
