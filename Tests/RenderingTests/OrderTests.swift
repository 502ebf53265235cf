import AwesomeList
import Diagnostics
import Foundation
import Linting
import Markdown
import Rendering
import Source
import Testing

/// Rendering and the rule `order` must agree on the alphabet and on which lists to sort.
@Suite struct OrderTests {
  private static let names = [
    "tensorflow.rb", "TensorFlow-Slim", ".NET Core", "Éclair", "elmah.io", "Elmah MVC", "The Eagle", "hOOt", "SolrNet",
    "🚀 Rocket", "Zebra",
  ]

  private func findings(_ text: String) throws -> [Int] {
    let linter = Linter(rules: [.named("order")].compactMap(\.self), severities: ["order": .warning])
    let source = SourceText(text)
    return try linter.lint(source).map { source.location(of: $0.range.lowerBound).line }
  }

  private static func list(_ names: [String]) -> String {
    names.map { "- [\($0)](https://a.example) - Text.\n" }.joined()
  }

  @Test func sortedListsHaveNoFindings() throws {
    let text = "# Awesome A\n\n## B\n\n" + Self.list(Self.names) + "\nMore:\n\n" + Self.list(Self.names.reversed())
    #expect(try !findings(text).isEmpty)
    #expect(try findings(render(text) { $0.order = NameOrder() }) == [])
  }

  @Test func eachListOfASectionIsSortedSeparately() throws {
    #expect(try findings("## B\n\n" + Self.list(["B"]) + "\nMore:\n\n" + Self.list(["A"])) == [])
    #expect(try findings("## B\n\n" + Self.list(["B", "A"]) + "\nMore:\n\n" + Self.list(["C", "B"])) == [4, 9])
  }

  private static func details(_ name: String) -> String {
    "<details><summary><a href=\"https://\(name).c\">\(name)</a></summary>\n\nAbout \(name).\n\n</details>"
  }

  /// A list of one section, and its rendering in alphabetical order.
  private func sorted(_ list: String) throws -> (text: String, rendered: String) {
    let text = "# Awesome A\n\n## B\n\n" + list
    return (text, try render(text) { $0.order = NameOrder() })
  }

  /// Both leave alone what cannot be sorted.
  @Test(arguments: [
    "1. [b](https://b.c) - Text.\n2. [a](https://a.c) - Text.\n",
    "- [b](https://b.c) - Text.\n- [Up](#b)\n- [a](https://a.c) - Text.\n",
    "- - [b](https://b.c)\n> About b.\n- [a](https://a.c)\n> About a.\n",
    "- [b](https://b.c) - Text.\n\n* [a](https://a.c) - Text.\n",
    "- [b](https://b.c)\n<details><summary>More</summary>Text.</details>\n\n- [a](https://a.c)\n",
    "- [b](https://b.c)\n- [a](https://a.c)\n> About a.\n\n1. [c](https://c.c)\n> About c.\n",
    "<p><a href=\"b\">[b]</a> - B.<br>\n<a href=\"a\">[a]</a> - A.</p>\n",
    "### [b](https://b.c)\n\n## [a](https://a.c)\n",
    "### [b](https://b.c)\n\n### [B.](https://a.c)\n\n### [a](https://a.c)\n",
    "<details><summary><a href=b>[b]</summary></details><details><summary><a href=a>[a]<!--</summary></details>\n",
    "[b](https://b.c) - <script>B\n[a](https://a.c) - <i>A\n",
    "| # | Name |\n|---|---|\n| 1. | [b](https://b.c) |\n| 2. | [a](https://a.c) |\n",
  ])
  func listsThatAreNotSortedHaveNoFinding(_ list: String) throws {
    let (text, rendered) = try sorted(list)
    let names = { (text: String) in text.matches(of: /\[([abc])\]/).map { String($0.1) } }
    #expect(names(rendered) == names(text))
    #expect(try findings(text) == [])
  }

  /// An entry moves with everything that belongs to it.
  @Test(arguments: [
    "- [b](https://b.c)\n> About b.\n- [a](https://a.c)\n> About a.\n",
    "- [b](https://b.c) - B.\n\n  More of b.\n\n- [a](https://a.c) - A.\n",
    "- Group\n  - [b](https://b.c) - B.\n  - [a](https://a.c) - A.\n",
    "* [b](https://b.c) - B.\n  <details>More of b.</details>\n* [a](https://a.c) - A.\n",
    "| Name | Text |\n|---|---|\n| [b](https://b.c) | About b. |\n| [a](https://a.c) | About a. |\n",
    "| Stars | Name |\n|---|---|\n| 20 | [b](https://b.c) |\n| 7 | [a](https://a.c) |\n",
    "\(details("b"))\n\n\(details("a"))\n", "\(details("b"))\n\(details("a"))\n", "\(details("b"))\(details("a"))\n",
    "| [b](https://b.c) | `<b>` ``a`<b>`` <https://b.d> |\n|---|---|\n| [b](https://b.c) | <br> 1 < 2 <!-- < --> |\n| [a](https://a.c) | <I>A</i> |\n",
    "[b](https://b.c) - B.  \n[a](https://a.c) - A.\n",
    "### [b](https://b.c)\n\nAbout b.\n\n### [a](https://a.c)\n\nAbout a.\n",
  ])
  func listsWithAFindingAreSorted(_ list: String) throws {
    let (text, rendered) = try sorted(list)
    #expect(try findings(text).count == 1)
    #expect(try findings(rendered) == [])
    #expect(rendered != text)
    #expect(try sorted(rendered.components(separatedBy: "## B\n\n")[1]).rendered == rendered)
  }
}
