import AwesomeList
import Source
import Testing

/// The kinds of lists in which projects are written other than as items that begin with a link.
@Suite struct EntryKindTests {
  /// An entry as `Name url`, with the further links after `+` and the description after `:`.
  private func entries(_ text: String) throws -> [String] {
    try List(SourceText("# T\n\n## S\n\n" + text + "\n")).entries.map(line)
  }

  private func line(_ entry: Entry) -> String {
    let links = entry.furtherLinks.map { " + \($0.text)" }.joined()
    let tags = entry.tags.map { " #" + $0 }.joined()
    return "\(entry.title) \(entry.url ?? "-")\(links)\(tags)" + (entry.description.map { ": " + $0.text } ?? "")
  }

  @Test(arguments: [
    (
      "> **[Oak](https://oak)** `hard`<br>Grows slowly.\n\n> [Elm](https://elm)<br>Grows tall.",
      ["Oak https://oak #hard: Grows slowly.", "Elm https://elm: Grows tall."]
    ),
    (
      "> [Oak](https://oak) - Grows slowly, see [acorns](https://acorn).",
      ["Oak https://oak + acorns: Grows slowly, see acorns."]
    ),
    ("> ### not a heading\n\n> [Oak](https://oak): Grows.", ["Oak https://oak: Grows."]),
    ("> 🌳 [Oak](https://oak)\n>\n> Grows slowly.", ["Oak https://oak: Grows slowly."]),
    (
      "<details><summary>Trees</summary>\n\n> [橡树](https://oak) — 长得很慢。\n\n> [榆树](https://elm) — 长得高。\n\n</details>",
      ["橡树 https://oak: 长得很慢。", "榆树 https://elm: 长得高。"]
    ),
    (
      "- [Fir](https://fir) - Stays green.\n\n<details><summary>More</summary>\n\n> [Oak](https://oak) - Grows.\n\n</details>",
      ["Fir https://fir: Stays green.", "Oak https://oak: Grows."]
    ),
    (
      "> [Oak](https://oak) grows slowly\n\n> [Elm](https://elm) grows tall",
      ["Oak https://oak: grows slowly", "Elm https://elm: grows tall"]
    ),
    ("> **Oak** - Grows. [Website](https://oak) [GitHub](https://git/oak)", ["Oak https://oak + GitHub: Grows."]),
  ])
  func aQuoteIsAnEntry(_ text: String, expected: [String]) throws {
    #expect(try entries(text) == expected)
  }

  @Test(arguments: [
    "> [This book](https://book) explains why oaks grow slowly.",
    "> [!TIP]\n> [Oak](https://oak) - Is hard.",
    "> Grow slowly.\n> — [Oak](https://oak)",
    "> See the [guide](https://guide) - it helps.",
    "> [Website](https://oak)",
  ])
  func aQuoteOfProseIsNoEntry(_ text: String) throws {
    #expect(try entries(text) == [])
  }

  @Test(arguments: [
    (
      """
      <details><summary><b><a href="https://oak">Oak</a></b> - Grows. <code><a href="https://mit">MIT</a></code></summary>

      - [GitHub](https://git/oak) (👨‍💻 3 · 🔀 4):

      \t```
      \tgit clone oak
      \t```
      - [PyPI](https://pypi/oak)
      </details>
      <details><summary>Show 2 hidden projects...</summary>

      - [Elm](https://elm) - Grows tall.
      - <b><a href="https://ash">Ash</a></b> - Burns.
      </details>
      <br>
      """,
      ["Oak https://oak + MIT + GitHub + PyPI #MIT: Grows.", "Elm https://elm: Grows tall.", "Ash https://ash: Burns."]
    ),
    (
      """
      <details><summary>还有 1 个项目</summary>

      - [榆树](https://elm) - 长得高。
      </details>
      <details><summary><a href="https://oak">橡树</a> - 长得慢。</summary>
      </details>
      """, ["榆树 https://elm: 长得高。", "橡树 https://oak: 长得慢。"]
    ),
    (
      """
      <details><summary><a href="https://oak">Oak</a></summary>Grows.</details>
      <details><summary>More</summary><ul><li><a href="https://elm">Elm</a> - Tall.</li></ul></details>
      """, ["Oak https://oak: Grows.", "Elm https://elm: Tall."]
    ),
    (
      """
      <details><summary><a href="https://oak">Oak</a></summary></details>
      <details><summary>Others</summary>

      | Name | About |
      |---|---|
      | [Elm](https://elm) | Grows very tall |

      </details>
      """, ["Oak https://oak", "Elm https://elm: Grows very tall"]
    ),
  ])
  func projectsInADetailsElementWithoutALinkAreEntries(_ text: String, expected: [String]) throws {
    #expect(try entries(text) == expected)
  }

  @Test(arguments: [
    ("- Oak\n- Ash\n- Birch\n- [Elm](https://elm) - Grows.\n- Fir - Stays green.", ["Elm https://elm: Grows."]),
    ("* [Elm](https://elm)\n* Oak\n* Ash\n* Fir\n* Yew\n* [Box](https://box)", ["Elm https://elm", "Box https://box"]),
    ("- 橡树\n- 白蜡树\n- [榆树](https://elm)：长得高。\n- 桦树", ["榆树 https://elm: 长得高。"]),
    (
      "- Trees\n  - Oak\n  - Ash\n  - [Elm](https://elm) - Grows.\n- [Fern](https://fern) - Is no tree.",
      ["Trees -", "Elm https://elm: Grows.", "Fern https://fern: Is no tree."]
    ),
    (
      "| Name | Grows |\n|---|---|\n| Oak | slowly |\n| [Elm](https://elm) | fast |\n| Ash | fast |\n| Yew | - |",
      ["Elm https://elm: fast"]
    ),
  ])
  func theFewItemsWithALinkAreEntries(_ text: String, expected: [String]) throws {
    #expect(try entries(text) == expected)
  }

  @Test(arguments: [
    "- Boil the water for tea, and wait.\n- Warm the pot.\n- [Sencha](https://sencha) is the best.\n- Drink.",
    "- First, read all of the rules below.\n- Then be kind to everyone here.\n- See the [guide](https://guide).",
    "| Feature | Oak | Elm |\n|---|---|---|\n| Hard | yes | [no](https://no) |\n| Tall | no | yes |\n| Green | yes | yes |",
    "| Plan | Price |\n|---|---|\n| Free | 0 |\n| Paid | [ask us](https://ask) |\n| Team | 9 |",
  ])
  func aListOfProseOrAComparisonHasNoEntries(_ text: String) throws {
    #expect(try entries(text) == [])
  }

  @Test(arguments: [
    ("- Red Oak <https://oak>\n- White Oak <https://white>", ["Red Oak https://oak", "White Oak https://white"]),
    (
      "* Oak: https://oak.org\n* **Elm** - Grows tall. https://elm.org",
      ["Oak https://oak.org", "Elm https://elm.org: Grows tall."]
    ),
    ("1. 橡树 <https://oak>\n2. 榆树：https://elm.org", ["橡树 https://oak", "榆树 https://elm.org"]),
    ("- Trees\n  - Oak www.oak.org", ["Trees -", "Oak http://www.oak.org"]),
    ("<ul><li>Oak <a href=\"https://oak.org\">https://oak.org</a></li></ul>", ["Oak https://oak.org"]),
    ("- https://oak.org - Grows.", ["https://oak.org https://oak.org: Grows."]),
  ])
  func theWordsBeforeAnAddressAreTheName(_ text: String, expected: [String]) throws {
    #expect(try entries(text) == expected)
  }

  @Test(arguments: ["- Write to us at <https://oak.org>", "- The trees are listed at https://oak.org and counted."])
  func theWordsOfASentenceAreNoName(_ text: String) throws {
    #expect(try entries(text) == [])
  }
}
