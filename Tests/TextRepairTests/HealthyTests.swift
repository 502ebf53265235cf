import Foundation
import Source
import TestSupport
import Testing
import TextRepair

@Suite("Healthy text")
struct HealthyTests {
  @Test("Text in many languages is unchanged", arguments: HealthyText.languages.map(\.name))
  func languages(name: String) {
    for (language, text) in HealthyText.languages where language == name { expectUnchanged(text) }
  }

  @Test("The set has at least thirty languages")
  func enough() {
    #expect(Set(HealthyText.languages.map(\.name)).count >= 30)
  }

  @Test("Drawings, signs, emoji and texts about mojibake are unchanged", arguments: HealthyText.others.map(\.name))
  func others(name: String) {
    for (kind, text) in HealthyText.others where kind == name { expectUnchanged(text) }
  }

  @Test("All of it in one file, in capitals and in quotation marks, is unchanged")
  func together() {
    let texts = (HealthyText.languages + HealthyText.others).map(\.text)
    expectUnchanged(texts.joined(separator: "\n"))
    for text in texts where !text.contains("Ã©") {
      expectUnchanged(text.uppercased())
      for (open, close) in [("“", "”"), ("„", "“"), ("«", "»"), ("’", "’…")] {
        expectUnchanged(text.split(separator: " ").map { open + $0 + close }.joined(separator: " "))
      }
    }
  }

  @Test(.enabled(if: !Corpus.files.isEmpty, Comment(rawValue: Corpus.absence)), arguments: Corpus.files)
  func realListIsUnchanged(_ file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    let result = Repairer().repaired(bytes)
    let isUnchanged = result.bytes == bytes
    #expect(isUnchanged, "\(result.repairs.filter(\.isApplicable))")
  }

  private func expectUnchanged(_ text: String) {
    let result = Repairer().repaired(Array(text.utf8))
    // Compared first, because a failure would print all the bytes.
    let isUnchanged = result.bytes == Array(text.utf8)
    #expect(
      isUnchanged,
      "\(result.repairs.filter(\.isApplicable).map { "\($0.before) → \($0.after ?? "")" })")
  }
}
