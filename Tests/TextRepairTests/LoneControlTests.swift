import Testing
import TextRepair

@Suite("Lone controls")
struct LoneControlTests {
  private func repaired(_ text: String) -> String {
    String(decoding: Repairer().repaired(Array(text.utf8)).bytes, as: UTF8.self)
  }

  @Test(
    "A control that Windows-1252 has a character for is that character",
    arguments: [
      ("parlé\u{85} Tu sais", "parlé… Tu sais"), ("\u{93}próximo a resolverse\u{94}", "“próximo a resolverse”"),
      ("it\u{92}s", "it’s"), ("l\u{92}eau, qu\u{92}il", "l’eau, qu’il"), ("a\u{97}b", "a—b"),
      ("“mismatched\u{85}\u{94}", "“mismatched…”"),
    ])
  func known(damaged: String, original: String) {
    #expect(repaired(damaged) == original)
  }

  @Test(
    "One without a character, or that may be the rest of a sequence, is reported",
    arguments: ["intentional \u{81}", "x Ê\u{93}", "(cq\u{80}\u{99}", "tur\u{92}stico", "Coatl\u{87}n", "ā\u{83}"])
  func unknown(text: String) throws {
    let result = Repairer().repaired(Array(text.utf8))
    #expect(String(decoding: result.bytes, as: UTF8.self) == text)
    #expect(try #require(result.repairs.first).obstacle == .ambiguous)
  }
}
