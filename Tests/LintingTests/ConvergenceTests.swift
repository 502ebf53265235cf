import Diagnostics
import Linting
import Source
import Testing

/// Texts for which fixing did not come to an end, or which ended the program, as random texts showed.
@Suite struct ConvergenceTests {
  private static let texts = [
    String(repeating: "http://", count: 12),
    "- [a](" + String(repeating: "https://", count: 12) + "a.example) - D.\n",
    String(repeating: "<!-- awesome-disable -->\n", count: 12),
    String(repeating: "<!-- awesome-disable-line --> ", count: 12) + "\n",
    String(repeating: "<!-- awesome-disable suppression -->\n", count: 12),
    String(repeating: "<!-- awesome-enable -->\n", count: 12),
    String(repeating: "\u{FEFF}", count: 12),
    "<summary><a href=http://\n\n>y<a>\n",
    "<summary><a href=\"http://\n\n> <s>\n",
    "<p><img src=http://\n\n>.<y>",
    "\n[](\u{6})![](github.com/workflows/badge.svg)",
    "- [](#japan)\n  - [green\n# Green\n# Japa<h>n\n",
    "> A\n> b\nmrs\n| Kind | Sold |\n|---|---|\n| Green | 12 |\n",
    "- <a href=k><![[]()",
    "[o]()" + String(repeating: "- > ", count: 12) + " t", "[o]()- > > > > > > > > > > > >  t",
    "[o](a.b)" + String(repeating: " -", count: 25) + " T.\n",
    "[o](a.b)" + String(repeating: " –", count: 25) + " T.\n",
    "[o](a.b)" + String(repeating: " :", count: 25) + " T.\n",
    "#\n| d ||\n-|-\n2\n", "s\n|||\n-|-\n||\nu\n", "# \n|| d \n-|-\nr\n",
  ]

  @Test(arguments: texts, [false, true])
  func fixingComesToAnEndAndThenChangesNothing(_ text: String, includingUnsafe: Bool) throws {
    let severities = Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.id, Severity?.some(.error)) })
    let linters = ["-", "–", ":"].map { separator in
      var ruleOptions = RuleOptions()
      ruleOptions[.separator] = .text(separator)
      return Linter(severities: severities, options: ruleOptions)
    }
    for linter in [Linter()] + linters {
      let once = try linter.fix(SourceText(text), includingUnsafe: includingUnsafe)
      let twice = try linter.fix(once.source, includingUnsafe: includingUnsafe)
      #expect(twice.source.bytes == once.source.bytes)
      #expect(twice.fixCount == 0)
    }
  }

  @Test func anAddressThatBeginsManyTimesIsMendedAtOnce() throws {
    let fixed = try Linter(rules: [.named("url-form")].compactMap(\.self))
      .fix(SourceText("- [a](http://https://https://a.example/b) - D.\n"), includingUnsafe: true)
    #expect(fixed.fixCount == 1)
    #expect(String(decoding: fixed.source.bytes, as: UTF8.self) == "- [a](https://a.example/b) - D.\n")
  }
}
