import AwesomeList
import Diagnostics
import Linting
import Source
import Testing

/// What a list does throughout is one note, what differs from that is a finding, and a list that has no form gets neither.
@Suite struct ConventionTests {
  private static func entries(_ range: Range<Int>, _ text: String) -> String {
    range.map { "- [N\($0)](https://n\($0).example) - \(text)\n" }.joined()
  }

  /// The severity and line of each finding of a rule.
  private func findings(
    _ text: String, _ rule: String = "description-end", _ linter: ([Rule]) -> Linter = { Linter(rules: $0) }
  ) throws -> [String] {
    let source = SourceText(text)
    return try linter([.named(rule)].compactMap(\.self)).lint(source).map {
      "\($0.severity) \(source.location(of: $0.range.lowerBound).line)"
    }
  }

  @Test func exceptionsToTheGuidelineAreFindings() throws {
    #expect(
      try findings(Self.entries(0..<18, "Text.") + Self.entries(18..<20, "Text")) == ["warning 19", "warning 20"])
  }

  @Test func exceptionsToTheListsOwnFormAreFindings() throws {
    let text = Self.entries(0..<18, "Text") + Self.entries(18..<20, "Text.")
    #expect(try findings(text) == ["note 1", "warning 19", "warning 20"])
    let messages = try Linter(rules: [.named("description-end")].compactMap(\.self)).lint(SourceText(text)).map(
      \.message)
    #expect(messages[0].hasPrefix("18 of 20 descriptions do not end with a full stop; `awesome init` keeps that, "))
    #expect(messages[1] == "ends with a full stop, unlike 18 of 20 descriptions")
  }

  @Test func aListWithoutAFormGetsNoFinding() throws {
    #expect(try findings(Self.entries(0..<16, "Text.") + Self.entries(16..<20, "Text")) == [])
    #expect(try findings(Self.entries(0..<4, "Text.") + Self.entries(4..<20, "Text")) == [])
  }

  @Test func aFewEntriesMakeNoForm() throws {
    #expect(try findings(Self.entries(0..<8, "Text.") + Self.entries(8..<9, "Text")) == ["note 9"])
    #expect(try findings(Self.entries(0..<3, "Text")) == ["note 1", "note 2", "note 3"])
    #expect(try findings(Self.entries(0..<8, "Text") + Self.entries(8..<9, "Text.")) == ["note 1"])
    #expect(try findings(Self.entries(0..<9, "Text.") + Self.entries(9..<10, "Text")) == ["warning 10"])
  }

  @Test func whatIsConfiguredIsLaw() throws {
    let text = Self.entries(0..<20, "Text")
    let lines = (1...20).map { "error \($0)" }
    #expect(try findings(text) { Linter(rules: $0, severities: ["description-end": .error]) } == lines)
    #expect(try findings(text) { Linter(rules: $0, preset: .strict) } == lines)
    let section = SectionOverride(title: Glob("B", isTitle: true), severities: ["description-end": .error])
    let sections = "# A\n\n## B\n\n- [A](https://a.example) - Text\n\n## C\n\n" + text
    #expect(try findings(sections) { Linter(rules: $0, sections: [section]) }.contains("error 5"))
  }

  @Test func theSeparatorOfMostEntriesIsTheSeparator() throws {
    let text = Self.entries(0..<12, "Text.").replacing(" - ", with: " – ") + Self.entries(12..<13, "Text.")
    #expect(try findings(text, "entry-separator") == ["note 1", "warning 13"])
    var options = RuleOptions()
    options[.separator] = .text("–")
    #expect(try findings(text, "entry-separator") { Linter(rules: $0, options: options) } == ["warning 13"])
    let fixed = try Linter(rules: [.named("entry-separator")].compactMap(\.self)).fix(SourceText(text)).source
    #expect(String(decoding: fixed.bytes, as: UTF8.self).hasSuffix("(https://n12.example) – Text.\n"))
  }

  @Test(arguments: [
    ("*a* and *b*, _c_, *d*, *e* and *f*, *g*, *h*, *i*, *j*, *k*.\n", "emphasis-marker", ["warning 1"]),
    ("_a_ and _b_, *c*, *d*, *e* and *f*, *g*, *h*, *i*, *j*, *k*.\n", "emphasis-marker", ["warning 1", "warning 1"]),
    ("_a_ and _b_, _c_, *d*, *e* and *f*, *g*, *h*, *i*, *j*, *k*.\n", "emphasis-marker", []),
    ("1) A\n\nText.\n\n1. B\n2. C\n", "ordered-list-marker-style", ["note 1"]),
    ("***\n\n" + String(repeating: "* * *\n\n", count: 10), "rule-style", ["warning 1"]),
  ])
  func theFormOfMostIsTheForm(text: String, rule: String, expected: [String]) throws {
    #expect(try findings(text, rule) == expected)
  }

  @Test func aChangeIsCheckedAgainstTheFormOfTheListBefore() throws {
    let old = Self.entries(0..<12, "Text")
    let linter = { (rules: [Rule]) in Linter(rules: rules, baseline: SourceText(old)) }
    #expect(try findings(old + Self.entries(12..<13, "Text"), "description-end", linter) == [])
    #expect(try findings(old + Self.entries(12..<13, "Text."), "description-end", linter) == ["warning 13"])
    // As many entries in another form as the list had before.
    let many = old + Self.entries(12..<24, "Text.")
    #expect(try findings(many, "description-end", linter) == (13...24).map { "warning \($0)" })
  }

  @Test func aCommentIsNeededAlsoWhereTheFormOfTheListKeepsTheRuleSilent() throws {
    let comment = "<!-- awesome-disable description-end -->\n\n"
    let text = comment + Self.entries(0..<10, "Text.") + Self.entries(10..<20, "Text")
    #expect(try Linter().lint(SourceText(text)).filter { $0.rule == "suppression" } == [])
  }

  @Test func aContentsListHasItsOwnBullet() throws {
    let entries = Self.entries(0..<12, "Text.").replacing("- [", with: "* [")
    let below = "\n## A\n\n" + entries + "\n### B\n\n- [B](https://b.example) - Text.\n"
    let rule = "unordered-list-marker-style"
    #expect(try findings("# T\n\n## Contents\n\n- [A](#a)\n  - [B](#b)\n" + below, rule) == ["note 25"])
    #expect(try findings("# T\n\n## Contents\n\n* [A](#a)\n  - [B](#b)\n" + below, rule) == ["note 6", "note 25"])
  }

  @Test func aFewEntriesHaveNoUsualForm() throws {
    let odd = "- [C](https://c.example)\n\n  > Text.\n"
    #expect(try findings(Self.entries(0..<4, "Text.") + odd, "entry-form") == [])
    #expect(try findings(Self.entries(0..<6, "Text.") + odd, "entry-form") == ["warning 7"])
  }

  @Test func skippedLevelsAreNoFindingWhereTheyAreUsual() throws {
    let skipping = (0..<4).map { "## S\($0)\n\n#### P\($0)\n\nText.\n\n" }.joined()
    let regular = (4..<16).map { "## S\($0)\n\n### P\($0)\n\nText.\n\n" }.joined()
    #expect(try findings("# T\n\n" + skipping + regular, "sections") == [])
    #expect(
      try findings("# T\n\n" + regular + "## S\n\n#### P\n\nText.\n", "sections") == ["warning 77"])
  }

  @Test func whatAToolWritesHasNoFinding() throws {
    let region =
      "<!-- ALL-CONTRIBUTORS-LIST:START -->\n<a href=\"#ideas-x\">🤔</a>\n<!-- ALL-CONTRIBUTORS-LIST:END -->\n"
    #expect(try findings("# A\n\nText.\n\n" + region, "dead-anchor") == [])
    #expect(try findings("# A\n\n<a href=\"#ideas-x\">🤔</a>\n\n" + region, "dead-anchor") == ["error 3"])
  }
}
