import Diagnostics
import Foundation
import Source
import Testing

@Suite struct OtherReportersTests {
  private func many(_ count: Int, message: String = "m", file: String = "f.md") -> FileReport {
    let diagnostics = (0..<count).map {
      Diagnostic(rule: "r", severity: .error, message: message, range: SourceRange($0, $0 + 1))
    }
    let source = SourceText(String(repeating: "a\n", count: count))
    return FileReport(file: file, source: source, diagnostics: diagnostics, checked: .entries(count))
  }

  @Test func githubAnnotations() throws {
    let expected = """
      ::warning file=awesome.md,line=1,endLine=1,col=5,endColumn=6,title=mojibake::“ſ” should be “s”
      ::error file=awesome.md,line=4,endLine=4,col=6,endColumn=11,title=entry-link::the link is empty
      ::notice::1 error, 1 warning in 15 entries of 2 files; --fix mends 1

      """
    #expect(try Reporter.github.report([Fixture.report, Fixture.clean]) == expected)
  }

  @Test func githubShowsTenOfEachSeverityAndPutsTheRestIntoTheLog() throws {
    let lines = try Reporter.github.report([many(25)]).split(separator: "\n")
    #expect(lines.count == 28)
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines[10] == "::group::15 more findings")
    #expect(lines[11] == "f.md:6:1: error r m")
    #expect(lines.suffix(2) == ["::endgroup::", "::notice::25 errors in 25 entries"])
    #expect(try !Reporter.github.report([many(10)]).contains("group"))
  }

  @Test func nothingInTheLogIsACommand() throws {
    for name in ["::error::x.md", " ::error::x.md", "f##[error]x.md"] {
      let log = try Reporter.github.report([many(11, message: "##[add-mask]x", file: name)])
      let line = try #require(log.split(separator: "\n").dropLast(2).last)
      #expect(line.contains("x.md:") && !line.contains("##[") && !line.hasPrefix("::") && !line.hasPrefix(" ::"))
    }
  }

  @Test func githubPropertiesCannotBeBrokenOutOf() throws {
    let source = SourceText("a\n")
    let diagnostic = Diagnostic(rule: "r,line=9", severity: .error, message: "50%\n::x", range: source.range)
    let report = FileReport(file: "a:b,c%.md", source: source, diagnostics: [diagnostic], checked: .entries(1))
    let first = try Reporter.github.report([report]).split(separator: "\n")[0]
    #expect(first == #"::error file=a%3Ab%2Cc%25.md,line=1,endLine=2,title=r%2Cline=9::50%25\n::x"#)
    let accents = FileReport(
      file: "a,\u{301}line=9:\u{301}:%\u{301}0A", source: source, diagnostics: [diagnostic], checked: .entries(1))
    #expect(
      try Reporter.github.report([accents]).hasPrefix("::error file=a%2C\u{301}line=9%3A\u{301}%3A%25\u{301}0A,line=1,")
    )
  }

  @Test func junitTests() throws {
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="awesome" tests="3" failures="1">
       <testsuite name="awesome.md" tests="2" failures="1">
        <testcase classname="awesome.md" name="mojibake at 1:5">
         <system-out>awesome.md:1:5: warning: “ſ” should be “s”</system-out>
        </testcase>
        <testcase classname="awesome.md" name="entry-link at 4:6">
         <failure type="error" message="the link is empty">awesome.md:4:6: the link is empty</failure>
        </testcase>
       </testsuite>
       <testsuite name="b.md" tests="1" failures="0">
        <testcase classname="b.md" name="14 entries"/>
       </testsuite>
      </testsuites>

      """
    #expect(try Reporter.junit.report([Fixture.report, Fixture.clean]) == expected)
  }

  @Test(arguments: [(nil, 0), (.warning, 2), (.error, 1)] as [(Severity?, Int)])
  func junitCountsTheFindingsThatFailTheRun(failing: Severity?, count: Int) throws {
    var context = ReportContext()
    context.failing = failing
    let report = try Reporter.junit.report([Fixture.report, Fixture.clean], context)
    #expect(report.contains("<testsuites name=\"awesome\" tests=\"3\" failures=\"\(count)\">"))
    #expect(report.matches(of: /<failure/).count == count)
  }

  @Test func junitEscapesMarkup() throws {
    let report = try Reporter.junit.report([many(1, message: #"<img onerror="x"> & ]]>\#u{FFFF}"#)])
    // Characters that XML cannot contain are left out.
    #expect(report.contains("message=\"&lt;img onerror=&quot;x&quot;&gt; &amp; ]]&gt;\""))
  }

  @Test func markdownList() throws {
    let expected = """
      **1 error, 1 warning in 15 entries of 2 files; --fix mends 1**

      - `awesome.md:1:5` warning: `“ſ” should be “s”` (`mojibake`)
      - `awesome.md:4:6` error: `the link is empty` (`entry-link`)

      """
    #expect(try Reporter.markdown.report([Fixture.report, Fixture.clean]) == expected)
    #expect(try Reporter.markdown.report([Fixture.clean]) == "**no findings in 14 entries**\n")
  }

  @Test func markdownCannotBeBrokenOutOf() throws {
    let report = try Reporter.markdown.report([many(1, message: "`x` ``[a](javascript:b)`` @user <img>")])
    #expect(report.contains("``` `x` ``[a](javascript:b)`` @user <img> ```"))
    let accent = try Reporter.markdown.report([many(1, message: "`\u{301} <img>")])
    #expect(accent.contains("`` `\u{301} <img> ``"))
  }

  @Test func markdownStaysWithinAnIssue() throws {
    let report = try Reporter.markdown.report([many(3_000, message: "words and words")])
    #expect(report.utf8.count < 65_536)
    #expect(report.contains(/\nCut here: \d+ more findings do not fit within GitHub's limit\.\n$/))
    let long = try Reporter.markdown.report([many(2, message: String(repeating: "x", count: 100_000))])
    #expect(long.utf8.count < 65_536 && !long.contains("more") && long.contains("x…`"))
    let marks = "a" + String(repeating: "\u{301}", count: 100_000)
    #expect(try !Reporter.markdown.report([many(2, message: marks)]).contains("more"))
  }

  @Test func sarifIsJSONWithPlacesAndFixes() throws {
    let text = try Reporter.sarif.report([Fixture.report])
    let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["mojibake", "entry-link"])
    #expect(results.map { $0["ruleIndex"] as? Int } == [1, 0])
    #expect(results[0]["fixes"] != nil && results[1]["fixes"] == nil)
    #expect(text.contains("\"insertedContent\": {\n"))
    // A viewer shows the message after it has read the JSON.
    let message = #""text": "bad \\u{1B}[31m \\u{2066}\\u{9B}\\r\\n::error::x \\u{2028}""#
    #expect(try Reporter.sarif.report([Fixture.hostile]).contains(message))
  }

  @Test(arguments: [[Fixture.report, Fixture.clean], [Fixture.hostile], []])
  func sarifHasTheShapeThatItsSchemaDemands(files: [FileReport]) throws {
    let rules = [
      RuleDescription(
        id: "mojibake", summary: "s", rationale: "r", defaultSeverity: nil, helpURL: "https://tool.example/r")
    ]
    var context = ReportContext()
    context.rules = rules
    context.tool = Tool(version: "1.2.3", url: "https://tool.example")
    context.command = "lint"
    let text = try Reporter.sarif.report(files, context)
    #expect(text.contains(#""version": "1.2.3""#) && text.contains(#""informationUri": "https://tool.example""#))
    #expect(text.replacing(/\s+/, with: "").contains(#""automationDetails":{"id":"awesomelint/"}"#))
    #expect(text.contains(#""helpUri": "https://tool.example/r""#) == files.contains { $0.file == "awesome.md" })
    #expect(text.contains(#""shortDescription""#) == files.contains { $0.file == "awesome.md" })
    let log = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(SARIFShape.log.problems(of: log) == [])
  }

  @Test func theShapeOfSarifIsNotEverything() throws {
    let bad: [String: Any] = [
      "version": "2.0.0", "runs": [["tool": ["driver": [:] as [String: Any]], "x": 1] as [String: Any]],
    ]
    #expect(SARIFShape.log.problems(of: bad).count == 3)
  }

  @Test func sarifFingerprintsSurviveLinesThatMove() throws {
    func fingerprints(_ prefix: String) throws -> [String] {
      let source = SourceText(prefix + "same\nsame\nother\n")
      let diagnostics = [0, 5, 10].map {
        let start = prefix.utf8.count + $0
        return Diagnostic(rule: "r", severity: .error, message: "m", range: SourceRange(start, start + 1))
      }
      let report = try Reporter.sarif.report([
        FileReport(file: "f", source: source, diagnostics: diagnostics, checked: .entries(1))
      ])
      return report.matches(of: /"awesome\/v1": "(.*)"/).map { String($0.1) }
    }
    let names = try fingerprints("")
    #expect(Set(names).count == 3)
    #expect(try fingerprints("more\nlines\n") == names)
  }

  @Test func sarifMessagesHaveNoLinksAndPathsAreReferences() throws {
    let source = SourceText("a\n")
    let diagnostic = Diagnostic(rule: "r", severity: .error, message: "[a](javascript:b)", range: source.range)
    for (file, uri) in [("a b/ü.md", "a%20b/%C3%BC.md"), ("/a.md", "file:///a.md"), ("<stdin>", "%3Cstdin%3E")] {
      let report = try Reporter.sarif.report([
        FileReport(file: file, source: source, diagnostics: [diagnostic], checked: .entries(1))
      ])
      #expect(report.contains("\"uri\": \"\(uri)\""))
      #expect(report.contains(#""uriBaseId": "%SRCROOT%""#) == !file.hasPrefix("/"))
      #expect(report.contains("[a] (javascript:b)"))
    }
  }

  @Test(arguments: Reporter.all.map(\.id)) func hostileTextIsInert(id: String) throws {
    let report = try #require(Reporter.named(id)).report([Fixture.hostile])
    let scalars = report.unicodeScalars
    #expect(!scalars.contains { $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value)) })
    for scalar in "\u{202E}\u{2066}\u{2028}".unicodeScalars { #expect(!scalars.contains(scalar)) }
    #expect(!report.split(separator: "\n").contains { $0.hasPrefix("::error::") })
  }
}
