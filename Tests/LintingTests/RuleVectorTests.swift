import AwesomeList
import Diagnostics
import Linting
import Markdown
import Source
import Testing

/// Runs every rule on each of its test vectors, as they are and in places that must not matter.
@Suite struct RuleVectorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: Rule
    let vector: TestVector
    var testDescription: String { "\(rule.id): \(vector.text.debugDescription)" }

    var linter: Linter { Linter(rules: [rule], severities: [rule.id: .error], options: vector.options) }
  }

  static let cases = Rule.all.flatMap { rule in rule.vectors.map { Case(rule: rule, vector: $0) } }

  private func offsets(_ test: Case, _ text: String) throws -> [Int] {
    try test.linter.lint(List(SourceText(text)), in: test.vector.environment).map(\.range.lowerBound)
  }

  @Test(arguments: cases)
  func findingsAreWhereTheVectorMarksThem(_ test: Case) throws {
    #expect(try offsets(test, test.vector.text) == test.vector.findings)
  }

  @Test(arguments: cases)
  func findingsMoveWithALineOfEmojiBefore(_ test: Case) throws {
    let prefix = "🧪 👩‍🔬 é\n\n"
    let expected = test.vector.findings.map { $0 + prefix.utf8.count }
    #expect(try offsets(test, prefix + test.vector.text) == expected)
  }

  @Test(arguments: cases)
  func codeIsCheckedOnlyByRulesThatShowIt(_ test: Case) throws {
    func fenced(_ text: String) throws -> List { try List(SourceText("Text.\n\n````\n\(text)\n````\n")) }
    if try Self.checksCode(test.rule) { return }
    let found = test.linter.lint(try fenced(test.vector.text))
    #expect(found.count == test.linter.lint(try fenced("text")).count)
  }

  /// Whether a vector of a rule has a finding in code.
  private static func checksCode(_ rule: Rule) throws -> Bool {
    try rule.vectors.contains { vector in
      let code = try List(SourceText(vector.text)).document.codeRanges
      return vector.findings.contains { offset in code.contains { $0.contains(offset) } }
    }
  }

  @Test(arguments: cases)
  func windowsNewlinesChangeNothing(_ test: Case) throws {
    let text = test.vector.text.replacing("\n", with: "\r\n")
    let bytes = Array(test.vector.text.utf8)
    let expected = test.vector.findings.map { offset in
      offset + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    }
    #expect(try offsets(test, text) == expected)
  }

  @Test(arguments: cases)
  func fixesGiveTheFixedTextAndAreAppliedOnce(_ test: Case) throws {
    let fixed = try test.linter.fix(SourceText(test.vector.text), includingUnsafe: true)
    #expect(String(decoding: fixed.source.bytes, as: UTF8.self) == test.vector.fixed ?? test.vector.text)
    let again = try test.linter.fix(fixed.source, includingUnsafe: true)
    #expect(again.source.bytes == fixed.source.bytes)
    #expect(again.fixCount == 0)
  }

  @Test(arguments: cases)
  func safeFixesKeepTheLinksToHeadings(_ test: Case) throws {
    let headings = try List(SourceText(test.vector.text)).headings
    let links = headings.map { "[x](#\($0.anchor))\n" }
    let source = SourceText(test.vector.text + "\n\n" + links.joined())
    let fixed = try test.linter.fix(source).source
    let dead = try [source, fixed].map { text in
      try Linter(rules: [.named("dead-anchor")].compactMap(\.self)).lint(List(text)).count
    }
    #expect(dead[1] <= dead[0])
  }

  /// The exception: the anchor of a damaged heading is damaged too.
  @Test(arguments: [("## Surveys ðŸ“–\n", "## Surveys 📖\n"), ("## Applications âš’ï¸\n", "## Applications ⚒️\n")])
  func damagedHeadingsAreRestored(damaged: String, restored: String) throws {
    let linter = Linter(rules: [.named("mojibake")].compactMap(\.self))
    #expect(String(decoding: try linter.fix(SourceText(damaged)).source.bytes, as: UTF8.self) == restored)
  }

  /// The text about fixes names the options that apply those of the vectors.
  @Test(arguments: Rule.all.map(\.id))
  func thePageNamesTheOptionsThatFix(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    let linter = Linter(rules: [rule], severities: [id: .error])
    let fixes = try rule.vectors.flatMap { try linter.lint(List(SourceText($0.text)), in: $0.environment) }
      .compactMap(\.fix)
    #expect(rule.fix?.contains("`--fix` ") ?? false == fixes.contains(where: \.isSafe))
    #expect(rule.fix?.contains("`--unsafe-fixes` ") ?? false == fixes.contains { !$0.isSafe })
  }

  @Test(arguments: Rule.all.map(\.id))
  func everyRuleAcceptsReportsAndExplains(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    #expect(rule.example.good.findings.isEmpty && !rule.example.bad.findings.isEmpty)
    for text in [rule.summary, rule.details, rule.rationale, rule.fix].compactMap(\.self) {
      #expect(text.hasSuffix(".") && !text.contains("\n"))
    }
  }

  @Test func idsAreUnique() {
    #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
  }
}
