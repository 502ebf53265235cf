import Diagnostics
import Source
import Testing

@Suite struct TextReporterTests {
  @Test func findingsAreSortedAndShowTheirLines() throws {
    let expected = """
      awesome.md:1:5: warning: “ſ” should be “s” [*] [mojibake]
        # Liſt 📖
            ^
      awesome.md:4:6: error: the link is empty [entry-link]
            tab [b]()
                ^^^^^

      1 error, 1 warning in 15 entries of 2 files

      """
    #expect(try Reporter.text.report([Fixture.report, Fixture.clean]) == expected)
  }

  @Test func aCleanRunReportsWhatItChecked() throws {
    #expect(try Reporter.text.report([Fixture.clean]) == "no findings in 14 entries\n")
  }

  @Test func coloursAreWrittenOnlyOnRequest() throws {
    #expect(try !Reporter.text.report([Fixture.report]).contains("\u{1B}"))
    let colored = try Reporter.text.report([Fixture.report], .styled(ReportStyle(colors: true)))
    #expect(colored.contains("\u{1B}[1;31merror\u{1B}[0m"))
  }

  @Test func hostileTextIsInert() throws {
    let report = try Reporter.text.report([Fixture.hostile])
    let obeyed = report.unicodeScalars.filter { $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value)) }
    #expect(obeyed.isEmpty)
    for scalar in "\u{202E}\u{2066}\u{2028}".unicodeScalars { #expect(!report.unicodeScalars.contains(scalar)) }
    #expect(!report.split(separator: "\n").contains { $0.hasPrefix("::error") })
    #expect(report.hasPrefix(#"x\u{1B}]0;y\u{7}\r\n::error::.md:1:1: error: bad \u{1B}[31m"#))
  }

  @Test(arguments: [
    ("see http://me:hidden@a.example/x", "see http://*********@a.example/x"),
    ("http://me:hidden@http://me:hidden@a.example", "http://*********@http://*********@a.example"),
    ("http://http://me:hidden@a.example", "http://http://*********@a.example"),
    ("://://me:hidden@://", "://://*********@://"), ("mail me@a.example", "mail me@a.example"),
  ])
  func passwordsAreNotShown(line: String, shown: String) throws {
    let diagnostic = Diagnostic(rule: "r", severity: .error, message: "m", range: SourceRange(0, 1))
    let report = try Reporter.text.report([
      FileReport(file: "f", source: SourceText(line), diagnostics: [diagnostic], checked: .entries(1))
    ])
    #expect(report.split(separator: "\n")[1] == "  " + shown)
  }

  @Test func aLongLineIsCutAroundTheFinding() throws {
    let source = SourceText(String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500))
    let diagnostic = Diagnostic(rule: "r", severity: .error, message: "m", range: SourceRange(500, 504))
    let report = try Reporter.text.report([
      FileReport(file: "f", source: source, diagnostics: [diagnostic], checked: .entries(1))
    ])
    let lines = report.split(separator: "\n")
    #expect(lines[0] == "f:1:501: error: m [r]")
    #expect(lines[1].hasPrefix("  …aaaa") && lines[1].hasSuffix("bbb…") && lines[1].count < 106)
    #expect(lines[1].firstRange(of: "HERE")?.lowerBound.utf16Offset(in: lines[1]) == lines[2].utf16.count - 4)
    #expect(lines[2].hasSuffix(" ^^^^"))
  }

  @Test func marksWithoutColumnsAreCutToo() throws {
    let marks = String(repeating: "\u{301}", count: 5_000)
    let source = SourceText("start" + marks + "HERE" + marks + "end")
    let start = 5 + marks.utf8.count
    let diagnostic = Diagnostic(rule: "r", severity: .error, message: "m", range: SourceRange(start, start + 4))
    let report = try Reporter.text.report([
      FileReport(file: "f", source: source, diagnostics: [diagnostic], checked: .entries(1))
    ])
    let lines = report.split(separator: "\n")
    #expect(lines[1].unicodeScalars.count < 1_100)
    #expect(lines[1].unicodeScalars.starts(with: "  …\u{301}".unicodeScalars))
    #expect(lines[1].unicodeScalars.last == "…")
    #expect(!report.unicodeScalars.contains("\u{FFFD}"))
    #expect(lines[2] == "   ^^^^")
  }

  @Test func wideCharactersTakeTwoColumns() throws {
    let source = SourceText("漢字📖 x\n")
    let diagnostic = Diagnostic(rule: "r", severity: .error, message: "m", range: SourceRange(11, 12))
    let report = try Reporter.text.report([
      FileReport(file: "f", source: source, diagnostics: [diagnostic], checked: .entries(1))
    ])
    #expect(report.contains("  漢字📖 x\n         ^\n"))
  }

  @Test(arguments: [SourceRange(0, 0), SourceRange(3, 3), SourceRange(2, 900), SourceRange(900, 1000)])
  func placesAtAndPastTheEndAreReported(range: SourceRange) throws {
    let diagnostic = Diagnostic(rule: "r", severity: .error, message: "m", range: range)
    for text in ["", "abc", "ab\n"] {
      let report = FileReport(
        file: "f", source: SourceText(text), diagnostics: [diagnostic], checked: .entries(0))
      #expect(try Reporter.text.report([report]).hasPrefix("f:"))
      #expect(try Reporter.json.report([report]).contains("\"rule\": \"r\""))
    }
  }
}
