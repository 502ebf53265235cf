import Diagnostics
import Source
import Testing

/// The marks of findings that are mended, and the lines that end a report.
@Suite struct ReportEndTests {
  private func file(_ findings: [(rule: String, severity: Severity, fix: Bool?)], name: String = "f.md") -> FileReport {
    let source = SourceText(String(repeating: "line\n", count: findings.count))
    let diagnostics = findings.enumerated().map { index, finding in
      let range = SourceRange(5 * index, 5 * index + 4)
      let fix = finding.fix.map { $0 ? Fix.safe(Edit(range, "x")) : Fix.unsafe(Edit(range, "x")) }
      return Diagnostic(rule: finding.rule, severity: finding.severity, message: "m", range: range, fix: fix)
    }
    return FileReport(file: name, source: source, diagnostics: diagnostics, checked: .entries(3))
  }

  private static let advice: ReportContext = {
    var context = ReportContext()
    context.advice = Advice(fix: "tool --fix", unsafeFix: "tool --unsafe-fixes", explanation: "tool rules ID")
    return context
  }()

  @Test func marksNameTheOptionThatMends() throws {
    let report = file([
      ("a", .error, true), ("b", .warning, false), ("c", .error, nil), ("d", .note, true),
    ])
    let lines = try Reporter.concise.report([report]).split(separator: "\n")
    #expect(
      lines == [
        "f.md:1:1: error [*] a m", "f.md:2:1: warning [!] b m", "f.md:3:1: error c m", "f.md:4:1: note d m",
        "2 errors, 1 warning, 1 note in 3 entries",
      ])
    let text = try Reporter.text.report([report], Self.advice)
    #expect(text.contains("f.md:1:1: error: m [*] [a]\n") && text.contains("f.md:2:1: warning: m [!] [b]\n"))
    #expect(text.contains("f.md:4:1: note: m [d]\n"))
    #expect(
      text.hasSuffix(
        """

        2 errors, 1 warning, 1 note in 3 entries
        [*] tool --fix mends 1
        [!] tool --unsafe-fixes mends 1 more; review what it changes
            tool rules ID explains a rule

        """))
    #expect(try Reporter.github.report([report]).contains("; --fix mends 1, --unsafe-fixes 1 more\n"))
  }

  @Test func nothingIsAdvisedWithoutAReason() throws {
    #expect(try Reporter.text.report([file([])], Self.advice) == "no findings in 3 entries\n")
    let unfixable = try Reporter.text.report([file([("a", .error, nil)])], Self.advice)
    #expect(unfixable.hasSuffix("\n1 error in 3 entries\n    tool rules ID explains a rule\n"))
    #expect(try Reporter.text.report([file([("a", .error, true)])]).hasSuffix("\n1 error in 3 entries\n"))
  }

  @Test func theCountsEndWithTheTimeOfTheRun() throws {
    var context = ReportContext()
    context.elapsed = .milliseconds(88)
    #expect(try Reporter.text.report([file([])], context) == "no findings in 3 entries (0.09 s)\n")
  }

  @Test func manyFindingsAreCountedByRule() throws {
    let findings: [(rule: String, severity: Severity, fix: Bool?)] =
      Array(repeating: ("few", .error, nil), count: 11) + Array(repeating: ("many", .warning, true), count: 40)
    let report = try Reporter.text.report([file(findings)])
    #expect(
      report.hasSuffix(
        """

        findings  --fix mends  rule
              40           40  many
              11               few

        11 errors, 40 warnings in 3 entries

        """))
    #expect(try !Reporter.text.report([file(Array(findings.dropFirst()))]).contains("findings  --fix"))
    #expect(
      try Reporter.markdown.report([file(findings)]).contains("\n| `many` | 40 | 40 |\n| `few` | 11 |  |\n\n- `f.md"))
  }

  @Test func anAddressIsShownOnce() throws {
    func report(_ url: String, width: Int) throws -> String {
      let range = SourceRange(6, 6 + url.utf8.count)
      let finding = Diagnostic(
        rule: "r", severity: .error, message: "\(url) is gone: 404", brief: "gone: 404", range: range)
      let source = SourceText("- [A](\(url)) - Text.\n")
      let file = FileReport(file: "f", source: source, diagnostics: [finding], checked: .links(1))
      return try Reporter.text.report([file], .styled(ReportStyle(width: width)))
    }
    let url = "https://a.example/with/a/path"
    #expect(try report(url, width: 80).hasPrefix("f:1:7: error: gone: 404 [r]\n  - [A](\(url)) - Text.\n"))
    // Where the line has no room for all of it, the message names it, and the line is left out.
    #expect(try report(url, width: 30) == "f:1:7: error: \(url) is gone: 404 [r]\n\n1 error in 1 link\n")
    let concise = FileReport(
      file: "f", source: SourceText("x"),
      diagnostics: [
        Diagnostic(rule: "r", severity: .error, message: "x is gone", brief: "gone", range: SourceRange(0, 1))
      ],
      checked: .links(1))
    #expect(try Reporter.concise.report([concise]).hasPrefix("f:1:1: error r x is gone\n"))
  }

  @Test func gitlabIssues() throws {
    let expected = """
      [
        {
          "description": "“ſ” should be “s”",
          "check_name": "mojibake",
          "fingerprint": "FINGERPRINT",
          "severity": "minor",
          "location": {
            "path": "lists/awesome.md",
            "lines": {
              "begin": 1
            }
          }
        },

      """
    var context = ReportContext()
    context.repositoryPath = { "lists/" + $0 }
    let report = try Reporter.gitlab.report([Fixture.report, Fixture.clean], context)
    let masked = report.replacing(/"fingerprint": "[0-9a-f]+:1"/, with: #""fingerprint": "FINGERPRINT""#)
    #expect(masked.hasPrefix(expected))
    #expect(try Reporter.gitlab.report([Fixture.clean]) == "[]\n")
  }

  @Test func gitlabFingerprintsAreUniqueAndStayWhenLinesMove() throws {
    func fingerprints(_ prefix: String) throws -> [String] {
      let source = SourceText(prefix + "same\nsame\nother\n")
      let diagnostics = [0, 0, 5, 10].map {
        let start = prefix.utf8.count + $0
        return Diagnostic(rule: "r", severity: .error, message: "m", range: SourceRange(start, start + 1))
      }
      let files = ["a.md", "b.md"].map {
        FileReport(file: $0, source: source, diagnostics: diagnostics, checked: .entries(1))
      }
      return try Reporter.gitlab.report(files).matches(of: /"fingerprint": "(.*)"/).map { String($0.1) }
    }
    let names = try fingerprints("")
    #expect(names.count == 8 && Set(names).count == 8)
    #expect(try fingerprints("more\nlines\n") == names)
  }

  @Test func theStepSummaryIsCutAfterALine() {
    let findings: [(rule: String, severity: Severity, fix: Bool?)] = Array(repeating: ("r", .error, nil), count: 500)
    let whole = Reporter.markdown([file(findings)], limit: 1 << 20)
    for limit in [0, 10, 150, 400, whole.count - 1, whole.count, whole.count + 100] {
      let cut = Reporter.markdown([file(findings)], limit: limit)
      #expect(cut.count <= limit)
      let text = String(decoding: cut, as: UTF8.self)
      if limit >= 150, limit < whole.count {
        #expect(
          text.hasSuffix(" do not fit within GitHub's limit.\n")
            || text.hasSuffix(" does not fit within GitHub's limit.\n"))
      }
    }
    #expect(Reporter.markdown([file(findings)], limit: whole.count + 100) == whole)
  }

  @Test func aDiffHasColoursAndIsInert() {
    let diff = UnifiedDiff(
      old: Array("--- a\nsame\n\u{1B}[2J\n".utf8), new: Array("same\nnew\n".utf8), oldLabel: "a/x", newLabel: "b/x")
    let shown = String(decoding: diff.shown(ReportStyle(colors: true)), as: UTF8.self)
    #expect(shown.hasPrefix("\u{1B}[1m--- a/x\u{1B}[0m\n\u{1B}[1m+++ b/x\u{1B}[0m\n\u{1B}[36m@@ "))
    #expect(shown.contains("\n\u{1B}[31m---- a\u{1B}[0m\n same\n"))
    #expect(shown.contains("\n\u{1B}[31m-\\u{1B}[2J\u{1B}[0m\n\u{1B}[32m+new\u{1B}[0m\n"))
    let plain = String(decoding: diff.shown(ReportStyle()), as: UTF8.self)
    #expect(plain == diff.text.replacing("\u{1B}", with: "\\u{1B}"))
  }
}
