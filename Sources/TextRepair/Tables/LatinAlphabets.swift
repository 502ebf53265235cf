/// The non-ASCII letters of languages in Latin script.
///
/// A word whose letters have no language in common is not a word.
enum LatinAlphabets {
  static let alphabets: [String] = [
    "àâæçéèêëîïôœùûüÿ",  // French
    "áéíóúñü",  // Spanish
    "áâãàçéêíóôõúü",  // Portuguese
    "àèéìíîòóùú",  // Italian
    "äöüßéàè",  // German
    "áäéëèêïíóöúü",  // Dutch
    "àçèéïíòóúü·",  // Catalan
    "æøåéèêóòôáäöü",  // Danish, Norwegian
    "åäöéàüáæø",  // Swedish, Finnish
    "áðéíóúýþæöø",  // Icelandic, Faroese
    "ąćęłńóśźżé",  // Polish
    "áäčďéěíĺľňóôöŕřšťúůüýž",  // Czech, Slovak
    "čćđšžáéëöü",  // Croatian, Serbian, Slovene
    "áéíóöőúüű",  // Hungarian
    "ăâîșțşţ",  // Romanian
    "çğıöşüâîûəİ",  // Turkish, Azerbaijani
    "āčēģīķļņōŗšūž",  // Latvian
    "ąčęėįšųūž",  // Lithuanian
    "äöõüšžå",  // Estonian
    "àáâãèéêìíòóôõùúýăđĩũơư",  // Vietnamese; the rest is a block of its own
    "ĉĝĥĵŝŭ",  // Esperanto
    "ċġħżàèìòù",  // Maltese
    "âêîôûŵŷáéíóúàèìòùäëïöüẁẃẅỳ",  // Welsh, Irish, Scottish Gaelic
    "çëâéèà",  // Albanian
    "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü",  // Pinyin
    "āēīōūâêîôû",  // romanised Japanese, Hawaiian
    "áâåäöčđŋšŧžǥǧǩõ",  // Sami
    "ćčěłńóŕřśšźž",  // Sorbian
    "çêîşûḧẍ",  // Kurdish
    "ẹọṣńǹáàéèíìóòúùɓɗƙƴɛɔŋñ",  // Yoruba, Hausa, Ewe
  ]

  /// Letters of few words that are frequent in mojibake, because they are the lead bytes C5 and E0 of code pages.
  static let seldom = "ĺŕ"
  static let rarityOfSeldom: UInt8 = 14

  /// The first of the alphabets with few texts, from Sami to Ewe.
  static let firstRare = 26

  /// The rarity of the letters that no earlier alphabet has, in tenths of a point.
  static func rarity(of index: Int, isCapital: Bool) -> UInt8 {
    switch index {
    case ..<19: isCapital ? 5 : 3
    case 19: isCapital ? 8 : 6
    case 20..<24: isCapital ? 7 : 5
    // Romanised text hardly has capitals of these.
    case 24..<firstRare: isCapital ? 40 : 6
    default: isCapital ? 17 : 15
    }
  }

  /// The bit of Vietnamese.
  static let vietnamese: UInt32 = 1 << 19
}
