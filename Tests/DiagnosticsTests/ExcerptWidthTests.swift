import Diagnostics
import Source
import Testing

/// Lines and carets fit the terminal, whatever the characters are.
@Suite struct ExcerptWidthTests {
  /// The line and the carets for a part of a text, as they are printed.
  private func excerpt(of part: String, in text: String, width: Int) throws -> (line: String, carets: String) {
    let start = try #require(text.utf8.firstRange(of: part.utf8)?.lowerBound)
    let offset = text.utf8.distance(from: text.startIndex, to: start)
    let range = SourceRange(offset, offset + part.utf8.count)
    let finding = Diagnostic(rule: "r", severity: .error, message: "m", range: range)
    let report = FileReport(file: "f", source: SourceText(text), diagnostics: [finding], checked: .entries(1))
    let output = try Reporter.text.report([report], .styled(ReportStyle(width: width)))
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return (lines[1], lines[2])
  }

  /// The columns of a line that has only letters, tabs as spaces, `…`, wide ideographs and emoji, and combining marks.
  private func columns(_ line: String) -> Int {
    line.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x300..<0x370: sum
      case 0x4E00..<0xA000, 0x1F300..<0x1FA00: sum + 2
      default: sum + 1
      }
    }
  }

  private static let fillings = ["a", "word ", "漢字", "📖", "e\u{301}", "x漢", "\t", "a\u{301}\u{302}漢📖 "]

  @Test(arguments: fillings, [20, 40, 41, 79, 80, 100, 133])
  func everyLineFits(filling: String, width: Int) throws {
    let counts = [0, 1, 3, 10, 17, 18, 19, 20, 36, 37, 38, 39, 40, 80, 400]
    for (before, after) in counts.flatMap({ count in [(count, 400), (400, count), (count, count)] }) {
      let text = String(repeating: filling, count: before) + "HERE" + String(repeating: filling, count: after)
      let (line, carets) = try excerpt(of: "HERE", in: text, width: width)
      #expect(columns(line) <= width && carets.count <= width, "\(before) \(after): \(line)")
      let found = try #require(line.unicodeScalars.firstRange(of: "HERE".unicodeScalars))
      #expect(carets == String(repeating: " ", count: columns(String(line[..<found.lowerBound]))) + "^^^^")
      // What is missing is replaced by an ellipsis on its side, and nothing is cut without need.
      let whole = columns("  " + text.replacing("\t", with: "    "))
      #expect(line.contains("…") == (whole > width), "\(before) \(after): \(line)")
      if before == 400 { #expect(line.hasPrefix("  …")) }
      if after == 400 { #expect(line.hasSuffix("…")) }
    }
  }

  @Test(arguments: fillings, [20, 40, 80]) func aLongFindingIsCutAtItsEnd(filling: String, width: Int) throws {
    let long = "H" + String(repeating: filling, count: 200) + "E"
    for before in ["", "- [", String(repeating: filling, count: 90)] {
      let (line, carets) = try excerpt(of: long, in: before + long + " and more", width: width)
      #expect(columns(line) <= width && carets.count <= width)
      #expect(line.hasSuffix("…") && carets.hasSuffix("^^^"))
      #expect(line.contains("H"))
    }
  }

  @Test func aCaretAfterTheLineFitsToo() throws {
    for length in 70...90 {
      let finding = Diagnostic(rule: "r", severity: .error, message: "m", range: SourceRange(length, length))
      let source = SourceText(String(repeating: "a", count: length))
      let report = FileReport(file: "f", source: source, diagnostics: [finding], checked: .entries(1))
      let output = try Reporter.text.report([report], .styled(ReportStyle(width: 80)))
      #expect(output.split(separator: "\n")[1...2].allSatisfy { $0.count <= 80 }, "\(output)")
    }
  }

  @Test(arguments: [
    ("🇩🇪", 2), ("❤️", 2), ("❤", 1), ("👩‍💻", 2), ("👍🏽", 2), ("🛠️", 2), ("🧑‍⚕️", 2), ("か\u{3099}", 2), ("한", 2), ("Ａ", 2),
    ("é", 1),
    ("“", 1), ("☕", 2), ("ж", 1),
  ])
  func aCharacterTakesTheColumnsOfATerminal(text: String, columns: Int) throws {
    let (_, carets) = try excerpt(of: "x", in: text + "x", width: 80)
    #expect(carets == String(repeating: " ", count: 2 + columns) + "^")
    let (_, cut) = try excerpt(of: "x", in: String(repeating: "a", count: 90) + text + "x", width: 40)
    #expect(cut.count <= 40)
  }

  @Test func noCharacterIsTornApart() throws {
    for length in 0..<12 {
      let text = String(repeating: "a", count: length) + String(repeating: "👩🏽‍💻e\u{301}漢", count: 60) + "HERE"
      let (line, _) = try excerpt(of: "HERE", in: text + String(repeating: "漢e\u{301}", count: 60), width: 40)
      #expect(!line.unicodeScalars.contains("\u{FFFD}"))
      #expect(!line.unicodeScalars.starts(with: "  …\u{301}".unicodeScalars))
    }
  }
}
