import AwesomeList
import Diagnostics
import Linting
import Source
import Testing

/// Lists that are so long that the rules run on several cores.
struct LargeListTests {
  /// Some slips, each of which several rules meet, over and over in sections of their own.
  private static let text: String = {
    var text = "# Awesome things\n\nThings.\n\n## Contents\n\n- [Part 0](#part-0)\n- [Part 7](#part-seven)\n"
    for number in 0..<400 {
      text += """

        ## Part \(number)

        - [A\(number)](http://www.example.org/a/\(number)/) - a thing for Github “and more
        * [B](https://example.org/a/\(number)) – B is a thing,, written in python!!
        - [C][] - Text ⚒ :rocket: &amp;amp; text. [D][Label]
        - [E](https://github.com/o/r\(number).git?utm_source=x) - Text： text

        """
    }
    return text + "\n[Unused  label]: https://bit.ly/abc\n"
  }()

  /// Comparing each with each would take minutes.
  @Test(.timeLimit(.minutes(1))) func entriesThatAllLeadToOnePageAreCheckedInTime() throws {
    let sections = "## Latest\n\n- [A](https://example.org) - Text.\n\n## Y\n\n- [A](https://example.org) - Other.\n\n"
    let list = try List(SourceText(String(repeating: sections, count: 10_000)))
    let rule = try #require(Rule.named("duplicate-entry"))
    #expect(Linter(rules: [rule]).lint(list).count == 10_000)
  }

  @Test func allRulesTogetherFindWhatEachFindsByItself() throws {
    let list = try List(SourceText(Self.text))
    let together = Linter().lint(list)
    // The rule about comments is about the others.
    let single = Rule.all.filter { $0.defaultSeverity != nil && $0.id != "suppression" }.flatMap { rule in
      Linter(rules: [rule]).lint(list)
    }
    #expect(Set(together.map(\.rule)).count > 10)
    #expect(together == single.sorted())
    #expect(together == Linter().lint(list))
  }
}
