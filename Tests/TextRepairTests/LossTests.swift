import Source
import TestSupport
import Testing
import TextRepair

@Suite("Mojibake with lost bytes")
struct LossTests {
  @Test(
    "A sequence that fits only one emoji or sign is repaired, whatever replaced the lost bytes",
    arguments: [
      ("âš’ï¸", "⚒️"), ("âš’ï¸\u{FFFD}", "⚒️"), ("âš’ï¸?", "⚒️"), ("â—ï¸", "❗️"),
      ("âœŠðŸ»", "✊🏻"), ("ðŸ‘¨â€ðŸ’»", "👨‍💻"), ("1ï¸âƒ£", "1️⃣"), ("#ï¸âƒ£", "#️⃣"), ("\u{FFFD}", "\u{FFFD}"),
      ("say â€œyesâ€ to it", "say “yes” to it"), ("âš\u{20}ï¸", "⚠️"), ("â?Œ no", "❌ no"), ("â?—ï¸?", "❗️"),
      ("â?¤ï¸?", "❤️"), ("â\u{FFFD}¤ï¸\u{FFFD}", "❤️"), ("â¤ï¸", "❤️"), ("Â©ï¸?", "©️"), ("ðŸ˜Žâ­?", "😎⭐"),
      ("âŒ no", "❌ no"),
    ])
  func unique(damaged: String, original: String) {
    let result = Repairer().repaired(Array(damaged.utf8))
    #expect(String(decoding: result.bytes, as: UTF8.self).unicodeScalars.elementsEqual(original.unicodeScalars))
  }

  @Test("A sequence that fits several emoji is unchanged, and they are listed")
  func ambiguous() throws {
    let damaged = "Fine ðŸ˜ then"
    let result = Repairer().repaired(Array(damaged.utf8))
    #expect(String(decoding: result.bytes, as: UTF8.self) == damaged)
    let repair = try #require(result.repairs.first)
    #expect(repair.certainty == .ambiguous)
    #expect(repair.obstacle == .ambiguous)
    #expect(repair.after == nil)
    #expect(Set(repair.candidates) == ["😁", "😍", "😏", "😐", "😝", "🍘", "🏘", "🐘"])
    #expect(Repairer(options: RepairOptions(reportsAmbiguous: false)).repairs(in: Array(damaged.utf8)).isEmpty)
  }

  @Test(
    "A sequence that a sign in common use fits too is unchanged, and the signs are named",
    arguments: [("â•", "═"), ("â—", "●"), ("â—", "❗"), ("â”", "┐"), ("â‡", "⇐"), ("aâ€b", "”")])
  func signs(damaged: String, candidate: String) throws {
    let result = Repairer().repaired(Array(damaged.utf8))
    #expect(String(decoding: result.bytes, as: UTF8.self) == damaged)
    #expect(try #require(result.repairs.first).candidates.contains(candidate))
  }

  @Test(
    "A lost closing quotation mark is known after an opening one",
    arguments: [("say â€œyes, it is.â€ to it", "say “yes, it is.” to it"), ("“yes” and â€žnoâ€", "“yes” and „no”")])
  func quotation(damaged: String, original: String) {
    #expect(String(decoding: Repairer().repaired(Array(damaged.utf8)).bytes, as: UTF8.self) == original)
  }

  @Test("A word with an unknown letter is not repaired in part", arguments: ["Äeština je pÄ›kná Äeštiny ÄeÅ¡tina"])
  func words(damaged: String) {
    let result = Repairer().repaired(Array(damaged.utf8))
    let text = String(decoding: result.bytes, as: UTF8.self)
    #expect(text.hasSuffix("ÄeÅ¡tina"))
    #expect(!text.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test("Hostile input is repaired once and for all", arguments: 0..<40)
  func hostile(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let pieces: [[UInt8]] = [
      Array("ðŸ".utf8), Array("â".utf8), Array("ï¸".utf8), [0xFF], [0xC3], [0xE2, 0x80], Array("?".utf8),
      Array("\"".utf8),
      Array("'".utf8), Array(" ".utf8), Array("\u{FFFD}".utf8), Array("#1*".utf8), [0], Array("\n".utf8),
      Array("Ã".utf8), Array("\u{81}".utf8), Array("├".utf8), Array("╗".utf8), Array("Р".utf8), Array("ƒ".utf8),
      [0xF4, 0x8F],
    ]
    var bytes: [UInt8] = []
    for _ in 0..<400 { bytes += pieces[Int.random(in: pieces.indices, using: &random)] }
    let result = Repairer().repaired(bytes)
    #expect(Repairer().repaired(result.bytes).bytes == result.bytes)
    #expect(zip(result.repairs, result.repairs.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
  }
}
