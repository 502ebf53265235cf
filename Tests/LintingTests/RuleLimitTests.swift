import AwesomeList
import Diagnostics
import Linting
import Source
import Testing

/// The limits of rules: lists just below and just above what they count, and exceptions.
@Suite struct RuleLimitTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let rule: String
    let text: String
    /// The lines of the findings.
    let lines: [Int]
    var testDescription: String { "\(rule): \(name)" }

    init(_ rule: String, _ name: String, _ text: String, _ lines: Int...) {
      self.name = name
      self.rule = rule
      self.text = text
      self.lines = lines
    }
  }

  private static func entries(_ names: [String], _ description: String = " - Text.") -> String {
    names.map { "- [\($0)](https://\($0.lowercased()).example)\(description)\n" }.joined()
  }

  private static func sections(_ headings: String...) -> String {
    headings.map { "## \($0)\n\nText.\n\n" }.joined()
  }

  private static let header: [Case] = [
    Case(
      "badge", "another badge of the site",
      "# Awesome A [![M](https://awesome.re/mentioned-badge.svg)](https://o.example) [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n"
    ),
    Case("blurb", "a list of other things than resources", "# Awesome A\n\nA list of tools for A.\n\n## B\n\nText.\n"),
    Case(
      "toc-form", "contents that are no list",
      "# Awesome A\n\n[B](#b) [C](#c) [D](#d)\n\n" + sections("B", "C", "D", "E")),
    Case("toc-form", "hardly any contents", "# Awesome A\n\n[B](#b) [C](#c)\n\n" + sections("B", "C", "D", "E"), 1),
    Case("toc-form", "three sections", "# Awesome A\n\n" + sections("B", "C", "D")),
    Case("section-emoji", "two habits", sections("🎉 A", "🚀 B", "📖 C", "D 🐱", "E 🐶")),
    Case("section-emoji", "one of four without", sections("🎉 A", "🚀 B", "📖 C", "D"), 13),
    Case("section-emoji", "two of five without", sections("🎉 A", "🚀 B", "📖 C", "D", "E")),
  ]

  private static let entryRules: [Case] = [
    Case(
      "description-case", "a word of two letters is no name", "- [My go tool](https://a.example) - go is text.\n", 1),
    Case("description-case", "a longer word is", "- [My zig tool](https://a.example) - zig is text.\n"),
    Case("description-end", "a row", "| A |\n|---|\n| [A](https://a.example) - Some text |\n"),
    Case("description-line", "a mark on the next line", "- [A](https://a.example) - Text\n  | more.\n"),
    Case("description-line", "a quote on the next line", "- [A](https://a.example) - Text\n  “more”.\n", 2),
    Case(
      "entry-description", "a tenth without, at least",
      "## S\n\n" + entries((0..<9).map { "A\($0)" }) + entries(["B"], "") + "\n## T\n\n"
        + entries((0..<9).map { "C\($0)" }) + entries(["D"], ""), 12, 25),
    Case(
      "entry-description", "more than a tenth",
      "## S\n\n" + entries((0..<9).map { "A\($0)" }) + entries(["B", "E"], "") + "\n## T\n\n"
        + entries((0..<9).map { "C\($0)" }) + entries(["D"], "")),
    Case("entry-description", "a third of a section", "## S\n\n" + entries(["A", "B"]) + entries(["C"], ""), 5),
    Case("entry-description", "half of it", "## S\n\n" + entries(["A", "B"]) + entries(["C", "D"], "")),
    Case(
      "entry-description", "a name of four words", entries(["A", "B", "C"]) + "- [A name of four](https://d.example)\n"),
    Case(
      "entry-description", "a name of three words", entries(["A", "B", "C"]) + "- [A name here](https://d.example)\n", 4
    ),
    Case(
      "entry-description", "a long name in Chinese", entries(["A", "B", "C"]) + "- [机器学习中的度量](https://d.example)\n"),
    Case(
      "entry-form", "two thirds",
      "- [A](https://a.example) - Text.\n- [B](https://b.example) - Text.\n- [C](https://c.example)\n\n  > Text.\n", 3),
    Case(
      "entry-form", "a half",
      "- [A](https://a.example) - Text.\n- [B](https://b.example) - Text.\n- [C](https://c.example)\n\n  > Text.\n- [D](https://d.example)\n\n  > Text.\n"
    ),
    Case(
      "entry-separator", "a dash after many words", "- [A](https://a.example) by One Two Three Four Five – Text.\n", 1),
    Case("order", "numbers", "1. [B](https://b.example) - Text.\n2. [A](https://a.example) - Text.\n"),
  ]

  private static let others: [Case] = [
    Case(
      "url-form", "a fifth of the hosts with a slash",
      entries(["A", "B", "C", "D"]) + "- [E](https://e.example/) - Text.\n", 5),
    Case(
      "url-form", "a third of them",
      entries(["A", "B", "C", "D"]) + "- [E](https://e.example/) - Text.\n- [F](https://f.example/) - Text.\n"),
    Case(
      "url-http", "names of no public host",
      "- [A](http://printer.local) - Text.\n- [B](http://a.onion) - Text.\n- [C](http://a.test/) - Text.\n"),
    Case("no-undefined-references", "a footnote", "Text [^a][].\n"),
    Case("no-unused-definitions", "a comment", "[//]: # (a note)\n\nText.\n"),
    Case("no-unused-definitions", "code", "```\n[a]: https://a.example\n```\n"),
    Case("table-cell-padding", "cells that are padded to one width", "| A | Long |\n| - | - |\n| B | C    |\n"),
    Case("merge-marker", "code", "<<<<<<< a\n\n```\n<<<<<<< b\n```\n", 1),
  ]

  @Test(arguments: header + entryRules + others) func findingsAreOnTheseLines(_ test: Case) throws {
    let source = SourceText(test.text)
    let linter = Linter(rules: [.named(test.rule)].compactMap(\.self), severities: [test.rule: .error])
    #expect(try linter.lint(source).map { source.location(of: $0.range.lowerBound).line } == test.lines)
  }
}
