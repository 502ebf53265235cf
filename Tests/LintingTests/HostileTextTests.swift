import AwesomeList
import Diagnostics
import Foundation
import Linting
import Markdown
import Source
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What strangers write into titles, addresses and file names comes out of every reporter as text, and does nothing.
@Suite struct HostileTextTests {
  /// Text that terminals, browsers, GitHub's commands, tables and Markdown would obey.
  private static let payloads = [
    "\u{1B}[2J\u{1B}]0;owned\u{7}", "\u{9B}31m", "\u{202E}txet\u{2066}", "a\r\n::error::b", "%0A::error::c", "a | b",
    "<img src=x onerror=alert(1)>", "x](javascript:alert(1))", "`code` @user #1 ![x](https://evil.example/x.png)",
    "&lt;script&gt;", "]]>", "--\u{2028}--", "`\u{301}<img src=x onerror=alert(1)>", ",\u{301}line=9:\u{301}:",
  ]

  struct Case: CustomTestStringConvertible, Sendable {
    let reporter: String
    let payload: String
    var testDescription: String { "\(reporter): \(payload.debugDescription)" }
  }

  static let cases = Reporter.all.flatMap { reporter in payloads.map { Case(reporter: reporter.id, payload: $0) } }

  /// A list with a payload wherever a rule may quote it.
  private func list(_ payload: String) -> String {
    let line = payload.replacing("\r\n", with: " ").replacing("\u{2028}", with: " ")
    return """
      # \(payload)

      ## Table of Contents

      - [\(line)](#\(line))
      - [no](#no-\(line))

      ## \(payload)

      - [\(line)](http://a.example/\(line.filter { !" ()<>".contains($0) })?utm_\(line.filter { $0.isLetter })=1) - text \(payload)
      - [\(line)](<\(line.filter { !"<>".contains($0) })>) – \(line): Github ðŸ“–
      - \(line) - text

      ## \(payload)

      [\(line)]: <x y> "\(line)"
      <!-- awesome-disable \(line.split(separator: " ").first ?? "x") -->

      """
  }

  private func report(_ payload: String) throws -> FileReport {
    let environment = ListEnvironment(
      fileName: "The--\(payload)_.MD", companions: [CompanionFile(path: "LICENSE\(payload)", text: "x")],
      entries: EntryRegister([("other\(payload).md", try List(SourceText(list(payload))))]), position: 1)
    let source = SourceText(list(payload))
    let severities = Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.id, Severity?.some(.error)) })
    let found = try Linter(severities: severities).lint(source, in: environment)
    return FileReport(file: "a\(payload).md", source: source, diagnostics: found, checked: .entries(3))
  }

  @Test(arguments: cases) func findingsAreInert(_ test: Case) throws {
    let report = try report(test.payload)
    #expect(Set(report.diagnostics.map(\.rule)).count > 8, "many rules quote the payload")
    let output = try #require(Reporter.named(test.reporter)).report([report])
    let scalars = output.unicodeScalars
    #expect(!scalars.contains { $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value)) })
    #expect(!scalars.contains { (0x2028...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) })
    try check(output, as: test.reporter)
  }

  private func check(_ output: String, as reporter: String) throws {
    switch reporter {
    case "json", "sarif", "gitlab":
      _ = try JSONSerialization.jsonObject(with: Data(output.utf8))
    case "junit":
      #expect(XMLParser(data: Data(output.utf8)).parse())
    case "github":
      // Each line is a command of ours: its properties end at the first pair of colons.
      let lines = output.split(separator: "\n")
      let log = lines.split(whereSeparator: { $0.hasPrefix("::group::") || $0 == "::endgroup::" })
      #expect(log.count == 3 && log[1].allSatisfy { $0.hasPrefix("a") && !$0.contains("##[") })
      for line in log[0] + (log.last ?? []) {
        let kinds = ["::error file=", "::warning file=", "::notice::"]
        #expect(kinds.contains(where: line.hasPrefix))
        let properties = line.dropFirst(2).split(separator: "::", maxSplits: 1).first ?? ""
        #expect(!properties.dropFirst(8).contains("%0A") || properties.contains("%250A"))
        let names = properties.unicodeScalars.split(separator: ",").map { $0.prefix { $0 != "=" } }.map { String($0) }
        let known = ["error file", "warning file", "line", "endLine", "col", "endColumn", "title"]
        #expect(line.hasPrefix("::notice") || names.allSatisfy(known.contains), "\(names)")
      }
    case "markdown":
      let document = try Document(SourceText(output))
      #expect(document.links.isEmpty && document.htmlRanges.isEmpty)
      // The one table is that of the rules.
      #expect(document.allBlocks.count { $0.kind == .table } <= 1)
      #expect(!document.allInlines.contains { $0.kind == .text && $0.text.contains("@user") })
    default:
      // Findings of text begin at the start of their line with the file's name.
      let starts = output.split(separator: "\n").filter { !$0.hasPrefix("  ") && !$0.hasPrefix("findings  ") }
      #expect(starts.dropLast().allSatisfy { $0.hasPrefix("a") && $0.contains(": error") })
    }
  }
}
