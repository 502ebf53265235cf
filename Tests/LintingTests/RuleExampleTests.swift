import AwesomeList
import Diagnostics
import Linting
import Markdown
import Source
import Testing

/// Runs every rule over every one of its examples, as they are and in environment that must not matter.
@Suite struct RuleExampleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: Rule
    let example: Example
    var testDescription: String { "\(rule.id): \(example.text.debugDescription)" }
  }

  static let cases = Rule.all.flatMap { rule in rule.examples.map { Case(rule: rule, example: $0) } }

  private func offsets(_ test: Case, _ text: String) throws -> [Int] {
    let list = try List(SourceText(text))
    return Linter(rules: [test.rule], severities: [test.rule.id: .error])
      .lint(list, in: test.example.environment).map(\.range.lowerBound)
  }

  @Test(arguments: cases)
  func findingsAreWhereTheExampleMarksThem(_ test: Case) throws {
    #expect(try offsets(test, test.example.text) == test.example.findings)
  }

  @Test(arguments: cases)
  func findingsMoveWithALineOfEmojiBefore(_ test: Case) throws {
    let prefix = "🧪 👩‍🔬 é\n\n"
    let expected = test.example.findings.map { $0 + prefix.utf8.count }
    #expect(try offsets(test, prefix + test.example.text) == expected)
  }

  @Test(arguments: cases)
  func nothingIsFoundInsideACodeFence(_ test: Case) throws {
    let fenced = "Text.\n\n````\n" + test.example.text + "\n````\n"
    let list = try List(SourceText(fenced))
    // What deceives, and what is lost, does so in code as well.
    guard test.rule.id != "invisible", test.rule.id != "replacement-char" else { return }
    let errors = Linter(rules: [test.rule]).lint(list).filter { $0.severity == .error }
    #expect(errors.isEmpty)
  }

  @Test(arguments: cases)
  func windowsLineEndsChangeNothing(_ test: Case) throws {
    let text = test.example.text.replacing("\n", with: "\r\n")
    let bytes = Array(test.example.text.utf8)
    let expected = test.example.findings.map { offset in
      offset + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    }
    #expect(try offsets(test, text) == expected)
  }

  @Test(arguments: cases)
  func fixesGiveTheFixedTextAndFixingAgainChangesNothing(_ test: Case) throws {
    let linter = Linter(rules: [test.rule], severities: [test.rule.id: .error])
    let fixed = try linter.fix(SourceText(test.example.text), includingUnsafe: true)
    #expect(String(decoding: fixed.source.bytes, as: UTF8.self) == test.example.fixed ?? test.example.text)
    let again = try linter.fix(fixed.source, includingUnsafe: true)
    #expect(again.source.bytes == fixed.source.bytes)
    #expect(again.fixCount == 0)
  }

  @Test(arguments: cases)
  func safeFixesLeaveTheLinksToHeadingsAlive(_ test: Case) throws {
    // What was damaged has another anchor when it is whole; the rule about dead anchors tells of the links.
    guard test.rule.id != "mojibake" else { return }
    let headings = try List(SourceText(test.example.text)).headings
    let links = headings.map { "[x](#\($0.anchor))\n" }
    let source = SourceText(test.example.text + "\n\n" + links.joined())
    let fixed = try Linter(rules: [test.rule], severities: [test.rule.id: .error]).fix(source).source
    let dead = try [source, fixed].map { text in
      try Linter(rules: [.named("dead-anchor")].compactMap(\.self)).lint(text).count
    }
    #expect(dead[1] <= dead[0])
  }

  @Test(arguments: Rule.all.map(\.id))
  func everyRuleHasGoodAndBadExamplesAndSaysWhy(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    #expect(rule.examples.contains { $0.findings.isEmpty })
    #expect(rule.examples.contains { !$0.findings.isEmpty })
    #expect(rule.summary.hasSuffix(".") && rule.rationale.hasSuffix("."))
  }

  @Test func idsAreUnique() {
    #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
  }
}
