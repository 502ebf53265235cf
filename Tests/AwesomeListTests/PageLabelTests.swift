import AwesomeList
import Source
import Testing

/// Links such as “GitHub” and “Docs”, which belong to an entry and name none.
@Suite struct PageLabelTests {
  private func entries(_ text: String) throws -> [String] {
    try List(SourceText("# T\n\n## S\n\n" + text + "\n")).entries.map { entry in
      let links = entry.furtherLinks.map { " + \($0.text)" }.joined()
      return "\(entry.title) \(entry.url ?? "-")\(links)" + (entry.description.map { ": " + $0.text } ?? "")
    }
  }

  @Test(arguments: [
    (
      "- **Oak** - Grows slowly. [Website](https://oak) [GitHub](https://git/oak)",
      ["Oak https://oak + GitHub: Grows slowly."]
    ),
    (
      "- Oak: a slow tree. ([Source code](https://git/oak), [Docs](https://docs/oak))",
      ["Oak https://git/oak + Docs: a slow tree."]
    ),
    (
      "- Acorns and Where They Fall, *Tree Conference* 2020 [[Paper]](https://p/1) [[Code]](https://c/1)",
      ["Acorns and Where They Fall, Tree Conference 2020 https://p/1 + [Code]"]
    ),
    ("- Oak [GitHub](https://git/oak) - Grows.", ["Oak https://git/oak: Grows."]),
    ("- [Paper](https://p/1) [Oak](https://oak) - Grows.", ["Oak https://oak + Paper: Grows."]),
    ("- [🔗](https://oak) Oak - Grows.", ["Oak https://oak: Grows."]),
    ("- [><>](https://fish) - Swims.", ["><> https://fish: Swims."]),
    ("- 橡树 — 长得慢。[官网](https://oak) [代码](https://git/oak)", ["橡树 https://oak + 代码: 长得慢。"]),
    ("- Дуб — растёт. [Сайт](https://oak), [Код](https://git/oak)", ["Дуб https://oak + Код: растёт."]),
  ])
  func theOtherTextOfALineIsTheName(_ text: String, expected: [String]) throws {
    #expect(try entries(text) == expected)
  }

  @Test(arguments: [
    (
      "- [Oak](https://oak) - Grows.\n  - [GitHub](https://git/oak)\n  - [Docs](https://docs/oak) - All of it.",
      ["Oak https://oak + GitHub + Docs: Grows."]
    ),
    ("- Oak - Grows.\n  - [GitHub](https://git/oak)\n  - License: MIT", ["Oak https://git/oak: Grows."]),
    (
      "- Oak\n  - [GitHub](https://git/oak)\n  - Use: furniture and ships of the line",
      ["Oak https://git/oak: furniture and ships of the line"]
    ),
    (
      "- Oak\n  - Website: https://oak.org\n  - Description: Grows slowly.\n  - Language: Wood\n  - Why: It lasts.",
      ["Oak https://oak.org: Grows slowly."]
    ),
    ("- 橡树：\n  - 地址：https://oak.org\n  - 简介：长得慢的树。", ["橡树 https://oak.org: 长得慢的树。"]),
    (
      "- [Oak](https://oak)\n- [GitHub](https://git/oak)\n- [Elm](https://elm)\n- [GitHub](https://git/e)",
      ["Oak https://oak + GitHub", "Elm https://elm + GitHub"]
    ),
    (
      "<ul><li><a href=\"https://oak\">Oak</a><ul><li><a href=\"https://git/oak\">GitHub</a></li></ul></li></ul>",
      ["Oak https://oak + GitHub"]
    ),
  ])
  func itemsForPagesBelongToTheEntryAbove(_ text: String, expected: [String]) throws {
    #expect(try entries(text) == expected)
  }

  @Test(arguments: [
    (
      "- [GitHub](https://github.com) - Hosts code.\n- [GitLab](https://gitlab.com/)",
      ["GitHub https://github.com: Hosts code.", "GitLab https://gitlab.com/"]
    ),
    (
      "- [Flask](https://flask)\n- [Docker](https://github.com/x/awesome-docker)",
      ["Flask https://flask", "Docker https://github.com/x/awesome-docker"]
    ),
    (
      "- [Trees on Mastodon](https://m/trees)\n- [Reddit](https://r/trees)",
      ["Trees on Mastodon https://m/trees", "Reddit https://r/trees"]
    ),
    ("- [Oak](https://oak)\n- [Demo](https://example/elm)", ["Oak https://oak", "Demo https://example/elm"]),
  ])
  func aProjectMayHaveSuchAName(_ text: String, expected: [String]) throws {
    #expect(try entries(text) == expected)
  }

  @Test func tagsAreListedOnceAndNotEmpty() throws {
    let list = try List(SourceText("- [Oak](https://oak) - Grows. `a` `b` `a` ` `\n"))
    #expect(list.entries.map(\.tags) == [["a", "b"]])
  }

  @Test(arguments: [
    (
      "| # | Name | Kind | Link |\n|---|---|---|---|\n| 1 | **Oak** | hard | [HuggingFace](https://hf/oak) |",
      ["Oak https://hf/oak: hard"]
    ),
    (
      "| Year | Title | Authors | Paper | Code |\n|---|---|---|---|---|\n| 2020 | Acorns: a study | Ash et al. | [PDF](https://p) | [Code](https://c) |",
      ["Acorns: a study https://p + Code: Ash et al."]
    ),
    ("| 名称 | 简介 | 链接 |\n|---|---|---|\n| 橡树 | 一种树 | [论文](https://p) |", ["橡树 https://p: 一种树"]),
    ("| Stars | Rating | Tree |\n|---|---|---|\n| 1.2k | 90% | [Oak](https://oak) |", ["Oak https://oak"]),
    (
      "| [Oak](https://oak) | Grows |\n|---|---|\n| [Elm](https://elm) | Is tall |",
      ["Oak https://oak: Grows", "Elm https://elm: Is tall"]
    ),
    (
      "<table><tr><th>No.</th><th>Name</th><th>Link</th></tr><tr><td>1</td><td>Oak</td><td><a href=\"https://oak\">GitHub</a></td></tr></table>",
      ["Oak https://oak"]
    ),
    (
      "| Tree | |\n|---|---|\n| Oak | [🔗](https://oak) |\n| Elm | [🔗](https://elm) |",
      ["Oak https://oak", "Elm https://elm"]
    ),
  ])
  func theHeaderOfATableNamesItsColumns(_ text: String, expected: [String]) throws {
    #expect(try entries(text) == expected)
  }

  @Test func columnsOfTagsAreTags() throws {
    let table = "| Name | License | Language |\n|---|---|---|\n| [Oak](https://oak) | MIT | Go, C++ |\n"
    #expect(try List(SourceText("# T\n\n## S\n\n" + table)).entries.map(\.tags) == [["MIT", "Go", "C++"]])
  }
}
