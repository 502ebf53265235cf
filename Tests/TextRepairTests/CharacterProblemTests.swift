import Foundation
import Source
import TestSupport
import Testing
import TextRepair

@Suite("Characters out of place")
struct CharacterProblemTests {
  private func kinds(_ text: String, options: CharacterProblemOptions = .init()) -> [CharacterProblem.Kind] {
    characterProblems(in: SourceText(text), options: options).map(\.kind)
  }

  @Test(
    "Each kind is found, with its fix",
    arguments: [
      ("\u{FEFF}# List", .byteOrderMark, ""), ("#\u{A0}List", .noBreakSpace, " "), ("-\u{A0}item", .noBreakSpace, " "),
      ("12.\u{A0}item", .noBreakSpace, " "), ("a\u{A0}b", .noBreakSpace, nil), ("a\u{200B}b", .zeroWidth, ""),
      ("soft\u{AD}hyphen", .zeroWidth, ""), ("a\u{200D}b", .zeroWidth, ""), ("😎\u{200D} end", .zeroWidth, ""),
      ("⚒\u{FE0F}\u{FE0F}", .zeroWidth, ""), ("a \u{FE0F}b", .zeroWidth, ""), ("a\u{FE0F}", .zeroWidth, ""),
      ("a\u{202E}b", .unbalancedDirection, nil), ("a\u{FFFD}b", .replacementCharacter, nil),
      ("a\u{92}b", .control, "’"),
      ("a\u{81}b", .control, nil), ("a\u{08}b", .control, ""), ("a\r\nb\n", .mixedLineEnds, "\n"),
      ("a\rb\n", .mixedLineEnds, "\n"),
    ] as [(String, CharacterProblem.Kind, String?)])
  func found(text: String, kind: CharacterProblem.Kind, fix: String?) throws {
    let problems = characterProblems(in: SourceText(text))
    #expect(problems.map(\.kind) == [kind])
    #expect(problems.first?.fix == fix)
    #expect(try !#require(problems.first).message.isEmpty)
  }

  @Test(
    "Characters with a purpose are not reported",
    arguments: [
      "", "tab\there\r\nand there\r\n", "👨‍💻 🏳️‍🌈 ❤️‍🔥 ⛓️‍💥 #️⃣ 1️⃣ ©️ 〰️ ⚒︎", "می‌شود و کتاب‌ها", "क्‍ष र्‍य", "left\u{200E}right\u{200F}",
      "\u{2066}abc\u{2069} \u{202A}x\u{202C}",
      "ภาษา\u{200B}ไทย", "日本\u{200B}語", "\u{F8FF} Apple", "e\u{301}", "⚒ ✈ ™ ↔ ♂",
    ])
  func natural(text: String) {
    #expect(kinds(text).isEmpty)
  }

  @Test("Direction controls in code and destinations are reported even if they are balanced")
  func hidden() {
    let source = SourceText("`\u{2066}a\u{2069}`")
    let region = ProtectedRegion(source.range, .code)
    #expect(characterProblems(in: source, protected: [region]).map(\.kind) == [.hiddenDirection, .hiddenDirection])
    let suppressed = ProtectedRegion(source.range, .suppressed)
    #expect(characterProblems(in: source, protected: [suppressed]).isEmpty)
  }

  @Test("Invisible characters in an address are reported without a fix")
  func addresses() {
    let source = SourceText("https://a.example/\u{200B}\u{200D}")
    let found = characterProblems(in: source, protected: [ProtectedRegion(source.range, .destination)])
    #expect(found.map(\.kind) == [.zeroWidth])
    #expect(found.first?.fix == nil)
  }

  @Test("Closing an isolate leaves the embeddings in it unbalanced")
  func nested() {
    #expect(kinds("\u{2066}a\u{202A}b\u{2069}") == [.unbalancedDirection])
    #expect(kinds("a\u{202C}\u{2069}") == [.unbalancedDirection, .unbalancedDirection])
    #expect(kinds("\u{2066}a\n\u{2069}") == [.unbalancedDirection, .unbalancedDirection])
  }

  @Test("Characters in the range of a repair are not reported")
  func repaired() {
    let source = SourceText("â\u{9D}Œ and \u{9D} and \u{FFFD}")
    let repairs = Repairer().repairs(in: source)
    #expect(repairs.map(\.after) == ["❌", nil])
    #expect(characterProblems(in: source, repairs: repairs).map(\.kind) == [.replacementCharacter])
  }

  @Test("Decomposed letters are found if the option is set, with their composed form")
  func decomposed() {
    let options = CharacterProblemOptions(checksNormalization: true)
    for (text, composed) in [
      ("e\u{301}", "é"), ("a\u{323}\u{302}", "ậ"), ("\u{1112}\u{1161}\u{11AB}", "한"), ("\u{212B}", "Å"),
      ("é\u{323}", "ẹ\u{301}"),
    ] {
      let problems = characterProblems(in: SourceText("x \(text) y"), options: options)
      #expect(problems.map(\.kind) == [.decomposed])
      #expect(
        problems.first.map { Array($0.fix?.unicodeScalars ?? "".unicodeScalars) } == Array(composed.unicodeScalars))
    }
    #expect(kinds("é ậ 한 q\u{301} नि", options: options).isEmpty)
  }

  @Test("The composed form is Unicode's NFC", arguments: 0..<20)
  func normalization(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let letters: [UInt32] = [
      0x41, 0x65, 0xE9, 0x1EA1, 0x3B1, 0x1F00, 0x418, 0x1100, 0x1161, 0x11A8, 0x928, 0x304B, 0x212B,
    ]
    let marks: [UInt32] = [0x300, 0x301, 0x302, 0x308, 0x323, 0x327, 0x328, 0x345, 0x304, 0x93C, 0x3099]
    var text = String.UnicodeScalarView()
    for _ in 0..<200 {
      let pool = Bool.random(using: &random) ? letters : marks
      if let scalar = Unicode.Scalar(pool[Int.random(in: pool.indices, using: &random)]) { text.append(scalar) }
    }
    let source = SourceText("x" + String(text))
    let problems = characterProblems(in: source, options: CharacterProblemOptions(checksNormalization: true))
    let edits = problems.filter { $0.kind == .decomposed }.map { Edit($0.range, $0.fix ?? "") }
    let composed = String(decoding: edits.applied(to: source.bytes).bytes, as: UTF8.self)
    let expected = source[source.range].precomposedStringWithCanonicalMapping
    #expect(composed.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test("Emoji without U+FE0F are found if the option is set, other symbols are not")
  func selectors() {
    let options = CharacterProblemOptions(checksVariationSelectors: true)
    #expect(characterProblems(in: SourceText("⚒ tools"), options: options).map(\.fix) == ["⚒️"])
    #expect(kinds("⚒️ ™ ↔ ♂ © ⭐ ✌🏽 1", options: options).isEmpty)
  }
}
