import Source
import Testing
import TextRepair

@Suite("Real damaged lists")
struct SeedTests {
  @Test(
    "Headings of a real list are restored with their exact code points",
    arguments: [
      ("ðŸ˜Ž Awesome list", "\u{1F60E} Awesome list"),
      ("## Surveys ðŸ“–", "## Surveys \u{1F4D6}"),
      ("## Applications âš’ï¸", "## Applications \u{2692}\u{FE0F}"),
      ("## Libraries ðŸ§°", "## Libraries \u{1F9F0}"),
      ("## Papers ðŸ”¬", "## Papers \u{1F52C}"),
      ("## Datasets â„¹ï¸\n", "## Datasets \u{2139}\u{FE0F}\n"),
    ])
  func headings(damaged: String, original: String) {
    let result = Repairer().repaired(Array(damaged.utf8))
    #expect(String(decoding: result.bytes, as: UTF8.self).unicodeScalars.elementsEqual(original.unicodeScalars))
    #expect(result.repairs.count == 1)
    #expect(result.repairs.allSatisfy { $0.isApplicable })
  }
}
