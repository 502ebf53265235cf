import AwesomeList
import Diagnostics
import Linting
import Source
import Testing

/// The options of rules, and the severities and safety of their findings and fixes.
@Suite struct RuleOptionTests {
  private static func named(_ ids: String...) -> [Rule] { ids.compactMap(Rule.named) }

  private func findings(
    _ rule: String, _ text: String, _ options: RuleOptions = RuleOptions(),
    in environment: ListEnvironment = ListEnvironment()
  ) throws -> [Diagnostic] {
    try Linter(rules: Self.named(rule), preset: .strict, options: options).lint(SourceText(text), in: environment)
  }

  @Test func wordsAreRightAsTheyAreWritten() throws {
    var options = RuleOptions()
    options[.words] = .words(["etc.", "Github"])
    let text = "- [A](https://a.example) - etc. and Github.\n"
    #expect(try findings("description-case", text).count == 1 && findings("brand-case", text).count == 1)
    #expect(try findings("description-case", text, options).isEmpty)
    #expect(try findings("brand-case", text, options).isEmpty)
  }

  @Test func duplicatesAreAllowedByNameAndByAddress() throws {
    let names = "- [A](https://a.example) - Text.\n- [A](https://b.example) - Text.\n"
    let addresses = "- [A](https://a.example) - Text.\n- [B](https://a.example) - Text.\n"
    var options = RuleOptions()
    options[.duplicates] = .words(["A"])
    #expect(try findings("duplicate-name", names).count == 1 && findings("duplicate-entry", addresses).count == 1)
    #expect(try findings("duplicate-name", names, options).isEmpty)
    #expect(try findings("duplicate-entry", addresses, options).isEmpty)
    options[.duplicates] = .words(["https://a.example"])
    #expect(try findings("duplicate-entry", addresses, options).isEmpty)
  }

  @Test func theSeparatorIsWrittenByEveryFixThatWritesOne() throws {
    var options = RuleOptions()
    options[.separator] = .text("–")
    let entries = (0..<6).map { "- [A\($0)](https://a\($0).example) – Text.\n" }.joined()
    let text = entries + "- [C](https://c.example)\n\n  > Text.\n"
    let fixed = try Linter(rules: Self.named("entry-form"), options: options).fix(SourceText(text)).source
    #expect(String(decoding: fixed.bytes, as: UTF8.self).contains("- [C](https://c.example) – Text.\n"))
  }

  @Test(arguments: [(420_000, Severity.warning), (520_000, .error)])
  func aLargeListIsWarnedOfBeforeItIsCut(size: Int, severity: Severity) throws {
    let text = "- [A](https://a.example) - Text.\n\n" + String(repeating: "Words. ", count: size / 7) + "\n"
    #expect(try findings("readme-size", text).map(\.severity) == [severity])
  }

  @Test func aSpaceThatSpoilsAMarkIsWorseThanOneInAText() throws {
    let text = "##\u{A0}A\n\n- [A](https://a.example) - Some\u{A0}text.\n"
    #expect(try findings("invisible", text).map(\.severity) == [.error, .warning])
  }

  /// Fixes that change what somebody may have meant, beside the same ones where nobody can.
  @Test(arguments: [
    ("toc-form", "# T\n\nJump to\n\n- [A](#a)\n\n## A\n\nText.\n", false),
    ("toc-form", "# T\n\nA text of many words.\n\n- [A](#a)\n\n## A\n\nText.\n", true),
    ("brand-case", "## StackOverflow\n", false), ("brand-case", "For StackOverflow.\n", true),
    ("html-entity", "## A &amp;amp; B\n", false), ("html-entity", "A &amp;amp; B.\n", true),
    ("entry-separator", "- [A](https://a.example) | A text.\n", false),
    ("entry-separator", "- [A](https://a.example) − A text.\n", true),
    ("entry-link", "- [A] (https://a.example) - Text.\n", true),
  ])
  func fixesAreSafeWhereNothingElseCanBeMeant(rule: String, text: String, isSafe: Bool) throws {
    #expect(try findings(rule, text).compactMap { $0.fix?.isSafe } == [isSafe])
  }

  @Test(arguments: [(100, 9, 9), (100, 10, 0), (600, 10, 10)])
  func copiesInOtherSectionsAreAHabitWhenThereAreMany(entries: Int, copies: Int, findings count: Int) throws {
    let lines = (0..<entries).map { "- [A\($0)](https://a\($0).example) - Text.\n" }
    let text = "## A\n\n" + lines.joined() + "\n## B\n\n" + lines.prefix(copies).joined()
    #expect(try findings("duplicate-entry", text).count == count)
  }

  @Test(arguments: [(1, 1), (2, 0)])
  func aFileThatSharesHalfOfItsEntriesIsATranslation(shared: Int, findings count: Int) throws {
    let lines = (0..<8).map { "- [A\($0)](https://a\($0).example) - Text.\n" }
    let texts = [lines[..<4].joined(), lines[(4 - shared)..<(8 - shared)].joined()]
    let lists = try texts.map { try List(SourceText($0)) }
    let register = EntryRegister(zip(["a.md", "b.md"], lists).map { ($0, $1) })
    #expect(
      try findings("duplicate-entry", texts[1], in: ListEnvironment(entries: register, position: 1)).count == count)
  }

  @Test(arguments: ["CC0 1.0 Universal", "CC BY 4.0", "Attribution, by Creative Commons"])
  func licencesOfCreativeCommonsAreKnown(text: String) throws {
    let environment = ListEnvironment(companions: [CompanionFile(path: "LICENSE", text: text)])
    #expect(try findings("license-file", "- [A](https://a.example)\n", in: environment).isEmpty)
  }

  @Test func aCommentForAllRulesIsCheckedOnlyIfAllRun() throws {
    let list = try List(SourceText("<!-- awesome-disable-next-line -->\n- [A](https://a.example) - Text.\n"))
    #expect(Linter(rules: Self.named("suppression", "entry-link")).lint(list).isEmpty)
    #expect(Linter().lint(list).map(\.rule) == ["suppression"])
  }

  @Test func minimalFindsWhatIsCertainlyBroken() {
    let ids = Rule.all.filter { $0.presets[.minimal] != nil }.map(\.id)
    #expect(
      ids.sorted() == [
        "broken-table", "dead-anchor", "duplicate-definition", "duplicate-entry", "entry-link", "glued-marker",
        "html-entity", "invisible", "markdown-in-html", "merge-marker", "mojibake", "replacement-char",
        "reversed-link", "suppression", "unclosed-block", "url-form",
      ])
  }
}
