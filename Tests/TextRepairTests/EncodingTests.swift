import Source
import Testing

@testable import TextRepair

@Suite("Mojibake without lost bytes")
struct EncodingTests {
  struct Case: CustomTestStringConvertible {
    let encoding: LegacyEncoding
    let damaged: String
    let original: String

    init(_ encoding: LegacyEncoding, _ damaged: String, _ original: String) {
      self.encoding = encoding
      self.damaged = damaged
      self.original = original
    }

    var testDescription: String { "\(encoding.name): \(original)" }
  }

  @Test(
    "Text misread as each supported encoding is restored",
    arguments: [
      Case(.windows1252, "CafÃ© MÃ¼ller â€“ â€œnaÃ¯veâ€\u{9D} ðŸš€", "Café Müller – “naïve” 🚀"),
      Case(.windows1252, "ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€", "Привет, мир"),
      Case(.windows1252, "POKÃ©MON, CAFÃ‰, dÉ™yiÅŸÉ™n, PIÃ™ and Ð¸", "POKéMON, CAFÉ, dəyişən, PIÙ and и"),
      Case(.windows1252, "æ©Ÿæ¢°å\u{AD}¦ç¿’ ã\u{81}® ãƒ©ã‚¤ãƒ–ãƒ©ãƒª", "機械学習 の ライブラリ"),
      Case(.latin1, "â\u{80}\u{9C}Å\u{81}Ã³dÅºâ\u{80}\u{9D} â\u{80}\u{93} ð\u{9F}\u{98}\u{8E}", "“Łódź” – 😎"),
      Case(.windows1250, "grĂ¶Ăźer, đźš€ â€“ schĂ¶n", "größer, 🚀 – schön"),
      Case(.windows1251, "РјР°С€РёРЅРЅРѕРµ РѕР±СѓС‡РµРЅРёРµ рџ\u{98}Ћ вЂ“ naГЇve", "машинное обучение 😎 – naïve"),
      Case(.windows1254, "Ğ¿Ñ€Ğ¸Ğ²ĞµÑ‚, Ğ¼Ğ¸Ñ€", "привет, мир"),
      Case(.windows1257, "grĆ¶Ć\u{9F}er ā€“ š\u{9F}\u{9A}€ hĆ´tel", "größer – 🚀 hôtel"),
      Case(.latin2, "ĹžluĹĽouÄ\u{8D}kĂ˝ kĹŻĹ\u{88} đ\u{9F}\u{93}\u{96}", "žluťoučký kůň 📖"),
      Case(
        .codePage437, "ItΓÇÖs ΓÜÖ∩╕Å for gr├╢├ƒere ├£berraschungen ΓÇö ╨┐╤Ç╨╕╨▓╨╡╤é",
        "It’s ⚙\u{FE0F} for größere Überraschungen — привет"),
      Case(.codePage850, "ItÔÇÖs a \u{AD}ƒö¼ ÔÇô gr├Â├ƒer", "It’s a 🔬 – größer"),
      Case(.macRoman, "It‚Äôs \u{F8FF}üòé ‚Äì gr√∂√üer, √©t√©", "It’s 😎 – größer, été"),
    ])
  func restored(_ example: Case) {
    let result = Repairer().repaired(Array(example.damaged.utf8))
    #expect(String(decoding: result.bytes, as: UTF8.self).unicodeScalars.elementsEqual(example.original.unicodeScalars))
    #expect(result.repairs.contains { $0.encoding == example.encoding })
    #expect(result.repairs.allSatisfy { $0.certainty == .exact && $0.isApplicable })
  }

  @Test("Text that was damaged twice is repaired in two rounds")
  func twice() throws {
    let damaged = "## Tools Ã°Å¸Â§Â° and GrÃƒÂ¶ÃƒÅ¸e"
    let result = Repairer().repaired(Array(damaged.utf8))
    #expect(String(decoding: result.bytes, as: UTF8.self) == "## Tools 🧰 and Größe")
    #expect(result.repairs.map(\.rounds) == [2, 2])
    let first = try #require(result.repairs.first)
    #expect(first.before == "Ã°Å¸Â§Â°")
    #expect(first.after == "🧰")
    #expect(first.range.lowerBound == 9)
  }

  @Test("Only the damaged part of a line is repaired")
  func mixed() {
    let damaged = "- Ärger, 日本語, “quoted” and cafÃ©, then ðŸ˜Ž, naïve"
    let result = Repairer().repaired(Array(damaged.utf8))
    #expect(String(decoding: result.bytes, as: UTF8.self) == "- Ärger, 日本語, “quoted” and café, then 😎, naïve")
    #expect(result.repairs.map(\.before) == ["Ã©", "ðŸ˜Ž"])
  }

  @Test("A quotation in another item does not protect a damaged letter")
  func items() {
    let damaged = "- It’s “healthy”.\n- A sacrÃ©-cÅ“ur, a cÅ“ur.\n- PIÃ™\n"
    let repaired = String(decoding: Repairer().repaired(Array(damaged.utf8)).bytes, as: UTF8.self)
    #expect(repaired == "- It’s “healthy”.\n- A sacré-cœur, a cœur.\n- PIÙ\n")
  }

  @Test("Weak evidence is enough only if the rest of the file proves the encoding")
  func evidence() {
    let weak = "| ╨│ |"
    #expect(Repairer().repairs(in: Array(weak.utf8)).isEmpty)
    let proven = "╨┐╤Ç╨╕╨▓╨╡╤é ╨╝╨╕╤Ç\n\n" + weak
    #expect(String(decoding: Repairer().repaired(Array(proven.utf8)).bytes, as: UTF8.self) == "привет мир\n\n| г |")
  }
}
