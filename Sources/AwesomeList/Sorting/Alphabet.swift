/// The order of letters in a language, where it differs from the Latin alphabet without accents.
///
/// Source: the collation of Unicode's CLDR. Scripts without letters, such as Chinese, are sorted by code point.
public struct Alphabet: Hashable, Sendable {
  /// The alphabet in which a letter with an accent sorts as its base letter.
  public static let root = Alphabet()

  /// The sort key of each letter or combination of letters.
  let keys: [String: String]
  /// Whether the capital of ı is I and that of i is İ.
  let hasDotlessI: Bool

  private init(keys: [String: String] = [:], hasDotlessI: Bool = false) {
    self.keys = keys
    self.hasDotlessI = hasDotlessI
  }

  /// The alphabet of a language by its code, such as `sv` or `pt-BR`; nil for an unknown one.
  public init?(language: String) {
    let code = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    if Self.plain.contains(String(code)) {
      self.init()
      return
    }
    guard let letters = Self.letters[String(code)] else { return nil }
    var keys: [String: String] = [:]
    for group in letters.split(separator: " ") {
      guard let base = group.first else { continue }
      for (index, letter) in group.dropFirst().split(separator: "<").enumerated() {
        for variant in letter.split(separator: "=") {
          // A private-use character sorts after every letter, so the key sorts after all words with the base letter.
          keys[String(variant)] = String(base) + (Unicode.Scalar(0xF000 + UInt32(index)).map { String($0) } ?? "")
        }
      }
    }
    self.init(keys: keys, hasDotlessI: code == "tr" || code == "az")
  }

  /// The codes of the known languages.
  public static var languages: [String] { (Array(plain) + letters.keys).sorted() }

  /// Languages whose accents do not change the order, and languages in other scripts.
  private static let plain: Set<String> = [
    "en", "de", "fr", "it", "pt", "nl", "ca", "gl", "eu", "ga", "id", "ms", "af", "ru", "uk", "bg", "el", "he", "ar",
    "ja",
    "ko", "zh", "hi", "th",
  ]

  /// By language: a letter and the letters that sort after it, in order (`<`) or as equal (`=`).
  private static let letters: [String: String] = [
    "az": "cç eə gğ hx<ı oö sş uü", "bs": "cč<ć ddž<đ llj nnj sš zž", "cs": "cč hch rř sš zž",
    "cy": "cch ddd fff gng lll pph rrh tth", "da": "zæ=ä<ø=ö<å", "eo": "cĉ gĝ hĥ jĵ sŝ uŭ", "es": "nñ",
    "et": "sš<z<ž wõ<ä<ö<ü",
    "fi": "zå<ä=æ<ö=ø", "hr": "cč<ć ddž<đ llj nnj sš zž", "hu": "ccs ddz<dzs ggy lly nny oö=ő ssz tty uü=ű zzs",
    "is": "aá dð eé ií oó uú yý zþ<æ=ä<ö=ø<å", "lt": "cč sš zž", "lv": "cč gģ kķ lļ nņ sš zž", "nb": "zæ=ä<ø=ö<å",
    "nn": "zæ=ä<ø=ö<å", "no": "zæ=ä<ø=ö<å", "pl": "aą cć eę lł nń oó sś zź<ż", "ro": "aă<â iî sș=ş tț=ţ",
    "sk": "aä cč hch oô rř sš zž", "sl": "cč<ć dđ sš zž", "sq": "cç ddh eë ggj lll nnj rrr ssh tth xxh zzh",
    "sr": "cč<ć ddž<đ llj nnj sš zž", "sv": "zå<ä=æ<ö=ø", "tr": "cç gğ hı oö sş uü", "vi": "aă<â dđ eê oô<ơ uư",
  ]
}
