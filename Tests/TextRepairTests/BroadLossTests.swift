import Testing
import TextRepair

/// Programs that replace unknown bytes by a question mark, U+FFFD or nothing mostly do so for more than five bytes.
@Suite("Mojibake that may have lost more than the undefined bytes of Windows-1252")
struct BroadLossTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test(
    "An emoji is ambiguous if a common sign fits after a broader loss",
    arguments: [
      ("Foo â?? a bar tool", ["–", "—", "’", "“"]), ("1990 â?? 2000", ["–", "—"]), ("a tool\nâ?? for lists", ["–"]),
      ("[Name](x) â?? A tool", ["–"]), ("**Name** â?? A tool", ["–"]), ("a tool â??\nfor lists", ["–"]),
      ("say â??yesâ?? to it", ["‘yes’", "“yes”"]), ("(â??yes)", ["“"]),
      ("5 â?¬", ["€", "⏬"]), ("10â?¬", ["€", "⏬"]), ("A â?º B", ["►", "›", "⏺"]), ("donâ\u{FFFD}\u{FFFD}t", ["’"]),
      ("A â\u{FFFD}\u{FFFD} B", ["–", "—"]), ("5â\u{FFFD}¬", ["€", "⏬"]), ("â?¬ 5", ["€"]),
      ("3 â?° of it", ["‰", "⏰"]),
      ("x â?¤ 5", ["≤"]), ("in5â?³", ["″", "⏳"]),
    ])
  func listed(damaged: String, likely: [String]) throws {
    let result = Repairer().repaired(Array(damaged.utf8))
    #expect(text(result.bytes) == damaged)
    let repair = try #require(result.repairs.first)
    #expect(repair.certainty == .ambiguous)
    #expect(repair.obstacle == .ambiguous)
    #expect(repair.after == nil)
    #expect(repair.candidates.count > 1)
    for sign in likely { #expect(repair.candidates.contains(sign), "\(sign) of \(repair.candidates)") }
  }

  @Test(
    "A sequence between spaces is an emoji if no sign in common use fits",
    arguments: [
      ("## â­? Tools", "## ⭐ Tools"), ("## Tools â?Œ", "## Tools ❌"), ("| â?Œ | cell |", "| ❌ | cell |"),
      ("**â?Œ**", "**❌**"),
      ("- [Name](x) - â?Œ and more", "- [Name](x) - ❌ and more"), ("Before â?Œ, after.", "Before ❌, after."),
      ("I â?¤ New York", "I ❤ New York"), ("â­? x", "⭐ x"), ("## âŒ Tools", "## ❌ Tools"),
      ("in â?±ï¸? time", "in ⏱\u{FE0F} time"), ("âï¸ x", "⏏\u{FE0F} x"), ("a â??ï¸? b", "a ⏏\u{FE0F} b"),
    ])
  func betweenSpaces(damaged: String, original: String) {
    #expect(text(Repairer().repaired(Array(damaged.utf8)).bytes) == original)
  }

  @Test(
    "Nothing is guessed in a file with a broader loss", arguments: ["donâ??t", "ð??© x", "â?? Ã? â?¥ 2", "5 â?¬"])
  func document(elsewhere: String) {
    for line in ["## â?? Tools", "in â?±ï¸? time", "| â?° |"] {
      let damaged = line + "\n\n" + elsewhere + "\n"
      #expect(text(Repairer().repaired(Array(damaged.utf8)).bytes) == damaged)
    }
  }

  @Test("Candidates are ordered by likelihood and limited in number")
  func order() throws {
    let euro = try #require(Repairer().repairs(in: Array("5 â?¬".utf8)).first)
    #expect(euro.candidates.first == "€")
    let dash = try #require(Repairer().repairs(in: Array("A â?? B".utf8)).first)
    #expect(dash.candidates.first == "–")
    #expect(dash.candidates.last == "⏏")
    #expect(dash.candidates.count == 16)
  }

  @Test("The rest of the file decides if enough characters survive")
  func elsewhere() {
    let text = "Papers ðŸ”¬ and ðŸ“– in â?±ï¸? time\n\n- Foo â?? a tool for 5 â?¬ and âï¸ x\n"
    let result = Repairer().repaired(Array(text.utf8))
    #expect(
      self.text(result.bytes) == "Papers 🔬 and 📖 in ⏱\u{FE0F} time\n\n- Foo â?? a tool for 5 â?¬ and ⏏\u{FE0F} x\n")
    #expect(Repairer().repaired(result.bytes).bytes == result.bytes)
  }

  @Test(
    "Surviving Windows-1252 characters prove nothing about a lone first character if another part of the file lost more",
    arguments: ["say â??yesâ?? to it", "donâ\u{FFFD}\u{FFFD}t"])
  func mixed(lostMore: String) {
    let text = "Papers ðŸ”¬ and ðŸ“– here\n\n| â?? | cell |\n\nin â?±ï¸? time\n\n" + lostMore + "\n"
    let expected = "Papers 🔬 and 📖 here\n\n| â?? | cell |\n\nin ⏱\u{FE0F} time\n\n" + lostMore + "\n"
    let result = Repairer().repaired(Array(text.utf8))
    #expect(self.text(result.bytes) == expected)
    #expect(Repairer().repaired(result.bytes).bytes == result.bytes)
  }

  @Test("A file with ISO 8859-1 controls proves nothing about lost bytes")
  func contradicted() {
    let text = "Papers ðŸ”¬ and ðŸ“– and â\u{80}\u{93}, A â?º B"
    #expect(self.text(Repairer().repaired(Array(text.utf8)).bytes) == "Papers 🔬 and 📖 and –, A â?º B")
  }

  @Test(
    "No wrong emoji or sign is guessed if all ISO 8859-1 controls are lost",
    arguments: ["?", "\u{FFFD}", ""])
  func latin1(trace: String) {
    for line in HealthyText.languages.map(\.text) + ["a – b", "it’s “so”", "10 €", "► ▶️ ⚙️ ⏰ ❤️ 1️⃣ 👩‍💻", "→ x ≥ 2 ✓"] {
      var damaged = ""
      for byte in line.utf8 {
        if (0x80..<0xA0).contains(byte) {
          damaged += trace
        } else {
          damaged.unicodeScalars.append(Unicode.Scalar(byte))
        }
      }
      let once = Repairer().repaired(Array(damaged.utf8))
      for repair in once.repairs where repair.isApplicable && repair.certainty == .unique {
        #expect(line.contains(repair.after ?? ""), "\(repair.before) became \(repair.after ?? "") in \(damaged)")
      }
      #expect(Repairer().repaired(once.bytes).bytes == once.bytes)
    }
  }
}
