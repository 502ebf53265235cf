/// The letters with marks, and the other letters beyond ASCII, that languages in Latin script write.
///
/// A word that takes its letters from alphabets that have no language in common is no word.
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
    "ẹọṣńǹáàéèíìóòúùɓɗƙƴɛɔŋñ",  // Yoruba, Hausa, Ewe
  ]

  /// How unusual the letters are that no earlier alphabet has, from an alphabet on, in tenths of a point.
  static func rarity(of index: Int) -> UInt8 {
    switch index {
    case ..<19: 3
    case 19: 6
    case 20..<24: 5
    case 24..<26: 6
    default: 15
    }
  }

  /// The bit of Vietnamese.
  static let vietnamese: UInt32 = 1 << 19
}
