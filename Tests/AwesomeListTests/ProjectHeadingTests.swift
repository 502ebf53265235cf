import AwesomeList
import Source
import Testing

/// Headings that are entries, and raw HTML that belongs to entries and sections.
@Suite struct ProjectHeadingTests {
  private func outline(_ text: String) throws -> [String] {
    let list = try List(SourceText("# T\n\n" + text + "\n"))
    func lines(_ entries: [Entry]) -> [String] {
      entries.map { entry in
        let links = entry.furtherLinks.map { " + \($0.text)" }.joined()
        return "\(entry.title) \(entry.url ?? "-")\(links)" + (entry.description.map { ": " + $0.text } ?? "")
      }
    }
    return lines(list.looseEntries) + list.allSections.flatMap { ["# " + $0.title] + lines($0.entries) }
  }

  @Test(arguments: [
    (
      "## Trees\n\n## [Oak](https://oak)\n\nGrows.\n\n### Links\n\n- [GitHub](https://git/oak)\n- [Talk](https://talk) - Long.\n\n## [Elm](https://elm)\n\nIs tall.\n\n### Links\n\n- [Docs](https://docs/elm)",
      ["# Trees", "Oak https://oak + GitHub + Talk: Grows.", "Elm https://elm + Docs: Is tall."]
    ),
    (
      "## Trees\n\n### [Oak](https://oak)\n\n#### Description\n\nGrows slowly.\n\n#### Features\n\n- Hard",
      ["# Trees", "Oak https://oak: Grows slowly."]
    ),
    (
      "## 树\n\n### **[橡树](https://oak)**\n\n#### 特点\n\n- 硬\n\n#### 链接\n\n- [代码](https://git/oak)",
      ["# 树", "橡树 https://oak + 代码"]
    ),
    (
      "## Trees\n\n### [Oak](https://oak)\n\n#### What we love\n\nIts bark.\n\n### [Elm](https://elm)\n\n#### What we love\n\nIts leaves.",
      ["# Trees", "Oak https://oak", "Elm https://elm"]
    ),
    (
      "## Trees\n\n### <a href=\"https://oak\">Oak</a>\n\nGrows.\n\n### <a href=\"https://elm\">Elm</a>\n\nIs tall.",
      ["# Trees", "Oak https://oak: Grows.", "Elm https://elm: Is tall."]
    ),
    (
      "## Trees\n\n### Oak\n\nhttps://oak.org\n\nGrows.\n\n### Elm\n\nIs tall.\n\n[Website](https://elm) | [GitHub](https://git/elm)",
      ["# Trees", "Oak https://oak.org: Grows.", "Elm https://elm + GitHub: Is tall."]
    ),
    (
      "- [Oak](#oak)\n- [Elm](#elm)\n\n## Oak\n\n- Link: https://oak.org\n- License: MIT\n\n## Elm\n\n- [GitHub](https://git/elm)",
      ["# Oak", "Oak https://oak.org", "# Elm", "Elm https://git/elm"]
    ),
  ])
  func aHeadingThatNamesAProjectIsAnEntry(_ text: String, expected: [String]) throws {
    #expect(try outline(text) == expected)
  }

  @Test func thousandsOfProjectsBelowOneHeadingAreReadInTime() throws {
    let projects = (0..<20_000).map { "## [P\($0)](https://p/\($0))\n\nText.\n\n" }.joined()
    let list = try List(SourceText("# T\n\n## Projects\n\n" + projects))
    #expect(list.sections.map(\.entries.count) == [20_000])
  }

  @Test(arguments: [
    (
      "## [Trees](https://trees)\n\n### Hard\n\n- [Oak](https://oak) - Grows.\n\n### Soft\n\n- [Fir](https://fir) - Grows.",
      ["# Trees", "# Hard", "Oak https://oak: Grows.", "# Soft", "Fir https://fir: Grows."]
    ),
    (
      "## Setup\n\nDownload it from the [website](https://w/download) first.\n\n## Usage\n\nRead the [docs](https://docs/use) for more.",
      ["# Setup", "# Usage"]
    ),
    (
      "## [Trees](https://trees)\n\nAll about them.\n\n## Tools\n\n- [Saw](https://saw) - Cuts.",
      ["# Trees", "# Tools", "Saw https://saw: Cuts."]
    ),
    (
      "## [Python](https://python)\n\n### Documentation\n\n- [The Book](https://book) - Is long.\n- [Tour](https://tour) - Is short.",
      ["# Python", "# Documentation", "The Book https://book: Is long.", "Tour https://tour: Is short."]
    ),
  ])
  func aHeadingThatDividesIsASection(_ text: String, expected: [String]) throws {
    #expect(try outline(text) == expected)
  }

  @Test(arguments: [
    (
      "## S\n\n- [Oak](https://oak)\n  <p>Grows <a href=\"https://slow\">slowly</a>.</p>",
      ["# S", "Oak https://oak + slowly: Grows slowly."]
    ),
    (
      "## S\n\n- [Oak](https://oak)\n\n<p>Grows.</p>\n\n- [Elm](https://elm)\n\n<div>Is tall.</div>",
      ["# S", "Oak https://oak: Grows.", "Elm https://elm: Is tall."]
    ),
    (
      "## S\n\n<ul><li><a href=\"https://oak\">Oak</a><p>Grows.</p></li><li><a href=\"https://elm\">Elm</a><br>Is tall.</li></ul>",
      ["# S", "Oak https://oak: Grows.", "Elm https://elm: Is tall."]
    ),
    (
      "## S\n\n**[Oak](https://oak)**\n\nGrows.\n\n[Elm](https://elm) 🌳\n\nIs tall.",
      ["# S", "Oak https://oak: Grows.", "Elm https://elm: Is tall."]
    ),
    ("## S\n\n[Read this](https://read)\n\nIt is good.", ["# S"]),
  ])
  func aParagraphDescribesTheEntryAbove(_ text: String, expected: [String]) throws {
    #expect(try outline(text) == expected)
  }

  @Test(arguments: [
    (
      "<h2>Hard</h2>\n<ul><li><a href=\"https://oak\">Oak</a></li></ul>\n<h2>Soft</h2>\n<ul><li><a href=\"https://fir\">Fir</a></li></ul>",
      ["# Hard", "Oak https://oak", "# Soft", "Fir https://fir"]
    ),
    (
      "## Hard\n\n<h3>Old</h3>\n<ul><li><a href=\"https://oak\">Oak</a></li></ul>",
      ["# Hard", "# Old", "Oak https://oak"]
    ),
    (
      "<h3>Thanks</h3>\n<a href=\"https://ad\">Ad</a> - Buy it.\n\n## Hard\n\n- [Oak](https://oak)",
      ["# Hard", "Oak https://oak"]
    ),
  ])
  func aHeadingOfRawHTMLWithEntriesBeginsASection(_ text: String, expected: [String]) throws {
    #expect(try outline(text) == expected)
  }

  @Test(arguments: [
    ("<div><h1>T</h1><p>All the trees of the forest.</p></div>\n\n## S", "All the trees of the forest."),
    ("# T\n\n<p align=center><b>All the trees</b> of the forest.</p>\n\n## S", "All the trees of the forest."),
    ("# T\n\n<p>Buy <a href=\"https://ad\">this great product now</a> please</p>\n\nTrees.\n\n## S", "Trees."),
    ("# T\n\n<p><a href=\"https://b\">A badge with many words</a></p>\n\n## S", nil),
  ])
  func theBlurbMayBeRawHTML(_ text: String, expected: String?) throws {
    #expect(try List(SourceText(text + "\n")).blurb?.text == expected)
  }
}
