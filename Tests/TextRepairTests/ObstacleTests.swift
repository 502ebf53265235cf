import Foundation
import Source
import Testing
import TextRepair

@Suite("Mojibake that must not be repaired")
struct ObstacleTests {
  private func region(of part: String, in text: String, _ kind: ProtectedRegion.Kind) -> ProtectedRegion {
    let range = text.range(of: part) ?? text.startIndex..<text.startIndex
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return ProtectedRegion(SourceRange(start, start + part.utf8.count), kind)
  }

  @Test(
    "A text about mojibake is unchanged",
    arguments: [
      "The text “cafÃ©” should be “café”.", "Before: ðŸ˜Ž\nAfter: 😎", "`â€™` instead of `’`", "😎 comes out as ðŸ˜Ž",
    ])
  func mention(text: String) {
    let result = Repairer().repaired(Array(text.utf8))
    #expect(String(decoding: result.bytes, as: UTF8.self) == text)
    #expect(result.repairs.map(\.obstacle) == [.mention])
    #expect(result.repairs.first?.after != nil)
  }

  @Test(
    "A repaired form on the next line is a mention if the text shows examples",
    arguments: ["It shows cafÃ© on Windows.\nIt should show café.", "cafÃ© → wrong\ncafé"])
  func adjacent(text: String) {
    #expect(String(decoding: Repairer().repaired(Array(text.utf8)).bytes, as: UTF8.self) == text)
  }

  @Test("A common word that is also on the next line protects no damage")
  func commonWord() {
    let text = "- MÃ¼ller hat schÃ¶ne Ideen\n- Müller hat keine\n- MÃ¼ller\n"
    #expect(
      String(decoding: Repairer().repaired(Array(text.utf8)).bytes, as: UTF8.self)
        == "- Müller hat schöne Ideen\n- Müller hat keine\n- Müller\n")
  }

  @Test("Examples of mojibake prove nothing about the text beside them")
  func examples() {
    let examples = "`CafÃ©` for `Café`, `naÃ¯ve` for `naïve`, `ðŸ˜Ž` for `😎`\n\n"
    let bytes = Array((examples + "É™ and Ñ™").utf8)
    let isUnchanged = Repairer().repaired(bytes).bytes == bytes
    #expect(isUnchanged)
  }

  @Test("The repaired form two lines away or in another word is not a mention")
  func noMention() {
    let text = "cafés are not cafÃ©\n\n\ncafé"
    #expect(
      String(decoding: Repairer().repaired(Array(text.utf8)).bytes, as: UTF8.self) == "cafés are not café\n\n\ncafé")
  }

  @Test("Code is repaired only if the prose proves the encoding")
  func code() {
    let alone = "See `ðŸ˜Ž tool` here"
    let region = region(of: "ðŸ˜Ž tool", in: alone, .code)
    let result = Repairer().repaired(Array(alone.utf8), protected: [region])
    #expect(result.repairs.map(\.obstacle) == [.code])
    #expect(result.bytes == Array(alone.utf8))
    let proven = alone + "\n\nPapers ðŸ”¬ and ðŸ“–\n"
    let both = Repairer().repaired(Array(proven.utf8), protected: [region])
    #expect(both.repairs.allSatisfy { $0.isApplicable })
    #expect(String(decoding: both.bytes, as: UTF8.self) == "See `😎 tool` here\n\nPapers 🔬 and 📖\n")
  }

  @Test("Damage in code proves itself if there is enough of it")
  func codeAlone() {
    let tree = "â”œâ”€â”€ src\nâ”‚   â”œâ”€â”€ a.c\nâ”‚   â””â”€â”€ b.c\nâ””â”€â”€ README\n"
    let text = "# Files\n\n```\n\(tree)```\n"
    let result = Repairer().repaired(Array(text.utf8), protected: [region(of: tree, in: text, .code)])
    #expect(
      String(decoding: result.bytes, as: UTF8.self)
        == "# Files\n\n```\n├── src\n│   ├── a.c\n│   └── b.c\n└── README\n```\n")
  }

  @Test("A repair that would take a character of the syntax is reported and not made")
  func syntax() {
    let text = "[\"CafÃ© ðŸŽ\"]"
    let quote = SourceRange(text.utf8.count - 2, text.utf8.count - 1)
    let result = Repairer().repaired(
      Array(text.utf8), protected: [ProtectedRegion](code: [], destinations: [], syntax: [quote]))
    #expect(String(decoding: result.bytes, as: UTF8.self) == "[\"Café ðŸŽ\"]")
    #expect(result.repairs.map(\.obstacle) == [nil, .syntax])
  }

  @Test("Destinations and suppressed text are reported and never repaired")
  func untouchable() {
    let text = "[ðŸ˜Ž](https://example.com/cafÃ©) ðŸ”¬"
    let regions = [
      region(of: "https://example.com/cafÃ©", in: text, .destination), region(of: "ðŸ”¬", in: text, .suppressed),
    ]
    let result = Repairer().repaired(Array(text.utf8), protected: regions)
    #expect(result.repairs.map(\.obstacle) == [nil, .destination, .suppressed])
    #expect(String(decoding: result.bytes, as: UTF8.self) == "[😎](https://example.com/cafÃ©) ðŸ”¬")
  }

  @Test("Regions move with the text when a repair shortens it")
  func moved() {
    let text = "ðŸ˜ŽðŸ˜Ž ðŸ“– `ðŸ”¬` x"
    let result = Repairer().repaired(Array(text.utf8), protected: [region(of: "ðŸ”¬", in: text, .suppressed)])
    #expect(String(decoding: result.bytes, as: UTF8.self) == "😎😎 📖 `ðŸ”¬` x")
  }

  @Test("Percent-encoded mojibake in a destination is reported")
  func percentEncoded() {
    let text = "[x](https://example.com/caf%C3%83%C2%A9) and [y](https://example.com/caf%C3%A9)"
    let regions = [
      region(of: "https://example.com/caf%C3%83%C2%A9", in: text, .destination),
      region(of: "https://example.com/caf%C3%A9", in: text, .destination),
    ]
    let repairs = Repairer().repairs(in: Array(text.utf8), protected: regions)
    #expect(repairs.map(\.before) == ["%C3%83%C2%A9"])
    #expect(repairs.map(\.after) == ["%C3%A9"])
    #expect(repairs.map(\.obstacle) == [.destination])
  }
}
