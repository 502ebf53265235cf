import Testing

@testable import TextRepair

@Suite("The repertoire")
struct RepertoireTests {
  /// What `generate-tables.py` prints for the sequences in Unicode's data, before it makes templates of them.
  private static let (count, fingerprint) = (5244, 0x1312_06d3_ea9a_9ebc as UInt64)

  @Test("The templates give exactly the sequences in Unicode's data")
  func complete() {
    let added = Repertoire.emojiTemplates().filter { $0.count == 1 }.map { $0 + [0xFE0F] }
    let own = Set(Repertoire.emojiSequences()).subtracting(added)
    #expect(own.count == Self.count)
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for sequence in own.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      for point in sequence + [0] { value = (value ^ UInt64(point)) &* 0x100_0000_01b3 }
    }
    #expect(value == Self.fingerprint)
  }

  @Test("It has toned and unqualified forms, and redundant selectors")
  func forms() {
    let known = Set(Repertoire.emojiSequences())
    for text in ["⭐️", "❗️", "⚒", "⚒️", "🤝🏻", "🫱🏿‍🫲🏻", "👩🏽‍❤️‍👨🏼", "👁‍🗨", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"] {
      #expect(known.contains(text.unicodeScalars.map(\.value)), "\(text)")
    }
    #expect(known.count > 5_200)
  }

  @Test("The emoji that need U+FE0F are those of Unicode's data, without symbols that are mostly meant as text")
  func selected() {
    let pairs = Repertoire.emojiTemplates().filter { $0.count == 2 && $0[1] == 0xFE0F }.map { $0[0] }
    let signs = "©®‼⁉™↔↕↖↗↘↙↩↪Ⓜ▪▫▶◀◻◼♀♂♟♠♣♥♦♾✔✖➡⤴⤵⬅⬆⬇〰〽㊗㊙".unicodeScalars.map(\.value)
    #expect(VariationSelectors.plain == Set(pairs).subtracting(signs).sorted())
  }
}
