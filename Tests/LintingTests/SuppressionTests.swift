import AwesomeList
import Diagnostics
import Linting
import Markdown
import Source
import Testing

@Suite struct SuppressionTests {
  private func findings(_ text: String, _ rules: String...) throws -> [String] {
    let rules = rules.isEmpty ? Rule.all : rules.compactMap(Rule.named)
    return try Linter(rules: rules).lint(SourceText(text)).map(\.rule)
  }

  private func lines(_ text: String) throws -> [Int] {
    let source = SourceText(text)
    return try Linter(rules: [.named("entry-link")].compactMap(\.self)).lint(source).map {
      source.location(of: $0.range.lowerBound).line
    }
  }

  private static let entries = "- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n"

  @Test func disableAppliesUntilEnable() throws {
    let text = """
      - [A](a.md)

      <!-- awesome-disable entry-link -- they speak for themselves -->

      - [B](b.md)

      <!-- awesome-enable entry-link -->

      - [C](c.md)
      """
    #expect(try lines(text) == [1, 9])
  }

  @Test func enableOfOneRuleEndsOnlyThatRule() throws {
    let text =
      "<!-- awesome-disable entry-link entry-description -->\n<!-- awesome-enable entry-description -->\n\n"
      + Self.entries
    #expect(try lines(text) == [])
    #expect(try lines(text.replacing("awesome-enable entry-description", with: "awesome-enable")) == [4, 5, 6])
  }

  @Test func lineAndNextLineCoverOneLine() throws {
    let text = """
      - [A](a.md) - Text. <!-- awesome-disable-line -->
      - [B](b.md) - Text. <!-- awesome-disable-next-line entry-link -->
      - [C](c.md) - Text.
      - [D](d.md) - Text.
      """
    let source = SourceText(text)
    let found = try Linter(rules: [.named("entry-link")].compactMap(\.self)).lint(source)
    #expect(found.map { source.location(of: $0.range.lowerBound).line } == [2, 4])
  }

  @Test func disableFileCoversTheTextBeforeIt() throws {
    #expect(try lines(Self.entries + "\n<!-- awesome-disable-file entry-link, entry-description -->\n") == [])
    #expect(try lines(Self.entries + "\n<!-- awesome-disable-file entry-description -->\n") == [1, 2, 3])
  }

  @Test func commentsForAwesomeLintApply() throws {
    #expect(try lines("<!--lint disable awesome-list-item-->\n\n" + Self.entries) == [])
    #expect(try lines("<!--lint disable double-link-->\n\n" + Self.entries) == [3, 4, 5])
    #expect(try lines("<!--lint ignore-->\n" + Self.entries + "\n## S\n\n- [D](d.md)\n") == [8])
    #expect(try lines("<!--lint nonsense-->\n\n" + Self.entries) == [3, 4, 5])
  }

  @Test func aCommentInCodeIsIgnored() throws {
    #expect(try lines("    <!-- awesome-disable -->\n\n" + Self.entries) == [3, 4, 5])
  }

  @Test func unusedCommentsAreReportedAndRemoved() throws {
    let text = "# Awesome\n\n<!-- awesome-disable entry-link -->\n\n- [A](https://a.example) - Text.\n"
    let linter = Linter(rules: ["suppression", "entry-link"].compactMap(Rule.named))
    #expect(try linter.lint(SourceText(text)).map(\.rule) == ["suppression"])
    let fixed = try linter.fix(SourceText(text)).source
    #expect(String(decoding: fixed.bytes, as: UTF8.self) == "# Awesome\n\n\n- [A](https://a.example) - Text.\n")
    // A comment is known to be unused only if its rules run.
    #expect(try findings(text, "suppression", "sections") == [])
    #expect(try findings(text.replacing("awesome-disable", with: "lint disable"), "suppression", "entry-link") == [])
  }

  private func messages(_ text: String) throws -> [String] {
    try Linter().lint(SourceText(text)).filter { $0.rule == "suppression" }.map(\.message)
  }

  private static let head =
    "# Awesome A [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\nText.\n\n"

  @Test(arguments: [
    ("awesome-disabel entry-link", "did you mean `awesome-disable`?"),
    ("awesome-disable-nextline entry-link", "did you mean `awesome-disable-next-line`?"),
    ("AWESOME-DISABLE entry-link", "did you mean `awesome-disable`?"),
    ("awesome-disable-everything", "unknown comment `awesome-disable-everything`"),
    ("lint disabled", "did you mean `disable`?"), ("lint off", "unknown comment `off`"),
    ("awesome-disable-file entry-lnk", "no rule `entry-lnk`; did you mean `entry-link`?"),
  ])
  func unknownCommentsAreReported(comment: String, advice: String) throws {
    let found = try messages(Self.head + "<!-- \(comment) -->\n\n- [A](https://a.example) - Text.\n")
    #expect(found.count == 1 && found[0].contains(advice), "\(found)")
  }

  @Test(arguments: [
    "awesome-list-start", "awesome:list", "awesome", "lint", "linted by hand", "The awesome-disable comment",
  ])
  func otherCommentsAreIgnored(comment: String) throws {
    #expect(try messages(Self.head + "<!-- \(comment) -->\n\n- [A](https://a.example) - Text.\n") == [])
  }

  @Test func anUnusedNameIsReportedAndRemoved() throws {
    let text = Self.head + "<!-- awesome-disable quotes, entry-link, mojibake -->\n\n- [A](a.md) - Text.\n"
    #expect(
      try messages(text) == ["quotes", "mojibake"].map { "no finding of `\($0)` to suppress; remove the name" })
    let fixed = try Linter().fix(SourceText(text)).source
    #expect(String(decoding: fixed.bytes, as: UTF8.self).contains("<!-- awesome-disable entry-link -->"))
  }

  @Test func enablingOneRuleLeavesTheOthersOff() throws {
    let text = "<!-- awesome-disable -->\n\n- [A](a.md)\n\n<!-- awesome-enable entry-link -->\n\n- [b](b.md) - text\n"
    #expect(try findings(text, "entry-link", "description-case") == ["entry-link"])
  }

  @Test func aCommentAboutCommentsIsNeeded() throws {
    #expect(
      try messages(
        Self.head
          + "<!-- awesome-disable suppression -->\n<!-- awesome-disable x -->\n\n- [A](https://a.example) - Text.\n")
        == [])
  }

  /// Rules that compare entries leave out those that a comment exempts, and must not call the comment needless for it.
  @Test(arguments: ["duplicate-name", "duplicate-entry"], [0, 1])
  func aCommentAboutOneOfTwoEntriesIsNeeded(rule: String, position: Int) throws {
    let comment = " <!-- awesome-disable-line \(rule) -->"
    let other = rule == "duplicate-name" ? "[A](https://b.example)" : "[B](https://a.example)"
    let entries = ["- [A](https://a.example) - Text.", "- \(other) - Text."]
    func text(_ comments: [String]) -> String { Self.head + zip(entries, comments).map { $0 + $1 + "\n" }.joined() }
    #expect(try findings(text(["", ""]), rule, "suppression") == [rule])
    #expect(try findings(text(position == 0 ? [comment, ""] : ["", comment]), rule, "suppression") == [])
  }

  @Test func aFamilyMeansItsRules() throws {
    let text = "* [A](https://a.example)\n- [B](https://b.example)\n"
    #expect(try findings(text).contains("unordered-list-marker-style"))
    #expect(try !findings("<!-- awesome-disable md-style -->\n" + text).contains("unordered-list-marker-style"))
    #expect(
      try messages(Self.head + "<!-- awesome-disable md-style -->\n\n- [A](https://a.example) - Text.\n").count == 1)
  }

  @Test(arguments: ["\n", "\r\n"])
  func commentsApplyInNestedBlocksAndInHTML(lineEnd: String) throws {
    let text = """
      - [A](a.md)
        <!-- awesome-disable-next-line entry-link -->
        - [B](b.md)
        - [C](c.md)

      <ul>
      <!-- awesome-disable-next-line entry-link -->
      <li><a href="d.md">D</a> - Text.</li>
      <li><a href="e.md">E</a> - Text.</li> <!-- awesome-disable-line entry-link -->
      <li><a href="f.md">F</a> - Text.</li>
      </ul>

      """
    #expect(try lines(text.replacing("\n", with: lineEnd)) == [1, 4, 10])
  }

  @Test func aFixOfASuppressedFindingIsNotApplied() throws {
    let text = "<!-- awesome-disable mojibake -->\n\n## Surveys ðŸ“–\n\n- [A](https://a.example) - Text.\n"
    #expect(try Linter(rules: Rule.all).fix(SourceText(text)).source.bytes == Array(text.utf8))
  }

  @Test func commentsThatCoverOnlyOneAnotherAreUnused() throws {
    let text =
      "- [A](https://a.example) - Text.\n\n<!-- awesome-disable -->\n<!-- awesome-disable -->\n\n"
      + "<!-- awesome-disable-file -->\n"
    #expect(try findings(text).filter { $0 == "suppression" }.count == 3)
  }

  @Test func aCommentThatNamesTheRuleAboutCommentsKeepsUnusedOnes() throws {
    let text = "<!-- awesome-disable suppression -->\n<!-- awesome-disable entry-link -->\n\n- [A](https://a.example)\n"
    #expect(try findings(text).filter { $0 == "suppression" } == [])
  }

  /// The last comment about a rule applies, whichever comments are open.
  @Test func theLastCommentAboutARuleApplies() throws {
    let comments = ["disable", "enable"].flatMap { action in ["", " a", " b", " a b"].map { (action, $0) } }
    var draw: UInt64 = 1
    for _ in 0..<300 {
      var (text, off, expected) = ("", Set<String>(), [(offset: Int, off: Set<String>)]())
      for _ in 0..<12 {
        draw = draw &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let (action, names) = comments[Int(draw >> 33) % comments.count]
        text += "<!-- awesome-\(action)\(names) -->\n\n"
        let named = names.isEmpty ? ["a", "b", "c"] : names.split(separator: " ").map(String.init)
        off = action == "disable" ? off.union(named) : off.subtracting(named)
        expected.append((text.utf8.count, off))
        text += "text\n\n"
      }
      let suppressions = Suppressions(try List(SourceText(text)))
      for rule in ["a", "b", "c"] {
        let ranges = suppressions.ranges(of: rule)
        let found = expected.map { place in ranges.contains { $0.contains(place.offset) } }
        #expect(found == expected.map { $0.off.contains(rule) }, "\(rule) in \(text)")
      }
    }
  }

  @Test func aCommentBeginsOneSpanHoweverManyRulesAreSwitchedOnInIt() throws {
    let off = String(repeating: "<!-- awesome-disable -->\n", count: 50)
    let on = (0..<50).map { "<!-- awesome-enable r\($0) -->\n" }.joined()
    #expect(Suppressions(try List(SourceText(off + on))).disabledRanges.count == 50)
  }
}
