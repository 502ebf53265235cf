import Source
import TestSupport
import Testing
import TextEncodings

@testable import TextRepair

@Suite("Repairing twice")
struct PropertyTests {
  private static let tables: [[UInt32]] =
    [
      CodePage.windows1252, .windows1250, .windows1251, .windows1254, .windows1257, .iso88592, .codePage437,
      .codePage850, .macRoman,
    ].map { zip($0.characters, 0x80...).map { $0 ?? $1 } } + [Array(0x80..<0x100)]

  /// A text misread as a code page, with its undefined bytes lost in one of four ways.
  private func damage(_ text: String, table: [UInt32], loss: Int) -> String {
    var result = String.UnicodeScalarView()
    for byte in text.utf8 {
      guard byte >= 0x80 else {
        result.append(Unicode.Scalar(byte))
        continue
      }
      let value = table[Int(byte) - 0x80]
      switch (value < 0xA0, loss) {
      case (true, 1): break
      case (true, 2): result.append("\u{FFFD}")
      case (true, 3): result.append("?")
      default: result.append(Unicode.Scalar(value) ?? "?")
      }
    }
    return String(result)
  }

  @Test("Repairing a repaired text changes nothing", arguments: 0..<60)
  func fixpoint(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let texts = HealthyText.languages.map(\.text) + HealthyText.others.map(\.text)
    var lines: [String] = []
    for _ in 0..<30 {
      var line = texts[Int.random(in: texts.indices, using: &random)]
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let table = Self.tables[Int.random(in: Self.tables.indices, using: &random)]
        line = damage(line, table: table, loss: Int.random(in: 0...3, using: &random))
      }
      lines.append(line)
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let once = Repairer().repaired(bytes)
    let again = Repairer().repaired(once.bytes)
    #expect(again.bytes == once.bytes)
    #expect(once.repairs.allSatisfy { !($0.after ?? "").unicodeScalars.contains("\u{FFFD}") })
    #expect(once.repairs.compactMap(\.edit).applied(to: bytes).bytes == once.bytes)
  }
}
