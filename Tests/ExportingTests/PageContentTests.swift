import AwesomeList
import Exporting
import Foundation
import Markdown
import Source
import TestSupport
import Testing

/// What the page says besides the entries.
@Suite struct PageContentTests {
  private func page(_ text: String, origin: ListOrigin = ListOrigin()) throws -> String {
    let page = try ListExport(List(SourceText(text)), origin: origin).html
    let start = try #require(page.range(of: "<body>"))
    let end = try #require(page.range(of: "<script>"))
    return String(page[start.lowerBound..<end.lowerBound])
  }

  private static let entries = "\n## Tools\n\n- [A](https://a.example) - Text.\n- [B](https://b.example) - Text.\n"

  @Test func proseListsTablesAndCodeAreInTheirPlaces() throws {
    let text = """
      # T

      ## Tools

      Read [this](https://this.example) first.

      **Small ones**

      - [A](https://a.example) - Text.

      > Between.

      1. Step one
         - with a `detail`

      | Size | Price |
      |---|---|
      | Small | 3 |

      - [B](https://b.example) - Text.

            make b
      """
    let page = try page(text)
    let parts = [
      #"<p>Read <a href="https://this.example" rel="noopener noreferrer">this</a> first.</p>"#,
      #"<p class="label">Small ones</p>"#, "https://a.example", "<blockquote><p>Between.</p></blockquote>",
      #"<ol start="1"><li><p>Step one</p><ul><li><p>with a <code>detail</code></p></li></ul></li></ol>"#,
      "<tr><td>Small</td><td>3</td></tr>", "https://b.example", "<pre><code>make b</code></pre>",
    ]
    let places = parts.map { page.range(of: $0)?.lowerBound }
    for (part, place) in zip(parts, places) { #expect(place != nil, "\(part)") }
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
  }

  @Test func otherCellsOfAnEntryAreBelowIt() throws {
    let page = try page(
      """
      ## Books

      | Title | Author | Pages | About |
      |---|---|---|---|
      | [A](https://a.example) | Ada *Lee* | 300 | A book on many things. |
      """)
    #expect(page.contains("<p>A book on many things.</p><p>Ada Lee</p></li>") && !page.contains("300"))
  }

  @Test func emptySectionsAreLeftOut() throws {
    let page = try page(
      "# T\n\n## Hollow\n\n### Void\n\n## Badge\n\n![x](https://img.shields.io/x.svg)\n" + Self.entries)
    #expect(!page.contains("Hollow") && !page.contains("Void") && !page.contains("Badge"))
  }

  @Test func linksOfAnEntryAreOnceInOneRow() throws {
    let text =
      "## Tools\n\n- [A](https://a.example) - See [x](https://x.example) and [x](https://x.example), [A](https://a.example).\n"
    let page = try page(text)
    #expect(page.contains(#"<p class="more"><a href="https://x.example" rel="noopener noreferrer">x</a></p>"#))
  }

  @Test func tagsFilterByTheAddress() throws {
    let page = try page("## Tools\n\n- [A](https://a.example) - Text. `C++` ` `\n- [B](https://b.example) - Text.\n")
    #expect(page.contains(##"<a class="tag" href="#tag=C%2B%2B">C++</a>"##))
  }

  @Test(arguments: [
    (
      "# قائمة\n\nأدوات مجانية لكل مبرمج.\n\n## أدوات\n\n- [Quill](https://q.example) - محرر نصوص سريع وبسيط.\n", "ar",
      true
    ),
    (
      "# فهرست\n\nفهرستی از ابزارهای آزاد برای برنامه‌نویسان.\n\n## ابزار\n\n- [React](https://r.example) - کتابخانه‌ای برای React.\n",
      "fa", true
    ),
    ("# רשימה\n\n## כלים\n\n- [Vim](https://v.example) - עורך טקסט מהיר.\n", "he", true),
    ("# 列表\n\n## 工具\n\n- [Vim](https://v.example) - 一个快速的 Vim 编辑器。\n", "zh", false),
    ("# 一覧\n\n## 道具\n\n- [Vim](https://v.example) - 速いエディタです。\n", "ja", false),
    ("# 목록\n\n## 도구\n\n- [Vim](https://v.example) - 빠른 편집기.\n", "ko", false),
    ("# Список\n\n## Языки\n\n- [Vim](https://v.example) - Быстрый редактор, который всё умеет.\n", "ru", false),
    ("# Список\n\n## Інструменти\n\n- [Vim](https://v.example) - Швидкий редактор, що вміє її читати.\n", "uk", false),
    ("# List\n\n## Tools\n\n- [Vim](https://v.example) - The editor for the terminal and for you.\n", "en", false),
    (
      "# Liste\n\n## Outils\n\n- [Vim](https://v.example) - Un éditeur pour le terminal et les fichiers.\n", "fr", false
    ),
  ]) func theLanguageIsToldByTheText(text: String, code: String, isRightToLeft: Bool) throws {
    let page = try ListExport(List(SourceText(text))).html
    #expect(page.contains("<html lang=\"\(code)\"\(isRightToLeft ? " dir=\"rtl\"" : "")>"))
  }

  @Test func aLanguageThatCannotBeToldIsNotNamed() throws {
    let page = try ListExport(List(SourceText("# Vim\n\n## Emacs\n\n- [A](https://a.example) - Nano, vi.\n"))).html
    #expect(page.contains("<html>"))
  }

  @Test func theRepositoryAndHowToContributeAreLinked() throws {
    let origin = ListOrigin(
      remote: "git@github.com:owner/list.git", path: "docs/list.md", contributing: ".github/CONTRIBUTING.md",
      date: 1_709_208_000)
    let page = try page("# T\n\nSee [more](../more.md#x) and [out](../../out.md).\n" + Self.entries, origin: origin)
    #expect(page.contains(#"<a href="https://github.com/owner/list" rel="noopener noreferrer">Repository</a>"#))
    #expect(page.contains(#"<a href="https://github.com/owner/list/blob/HEAD/.github/CONTRIBUTING.md""#))
    #expect(page.contains(#"<a href="https://github.com/owner/list/blob/HEAD/more.md#x""#))
    #expect(page.contains("and out."), "a path out of the repository is no link")
    #expect(page.contains(#"<time datetime="2024-02-29">2024-02-29</time>"#))
  }

  @Test(arguments: [
    ("https://user:secret@github.com/o/r.git", "https://github.com/o/r"),
    ("ssh://git@gitlab.com:22/o/group/r.git", "https://gitlab.com/o/group/r"),
    ("git@codeberg.org:o/r", "https://codeberg.org/o/r"), ("/srv/git/r.git", nil), ("../r.git", nil),
    ("javascript:alert(1)//x", nil), ("file:///srv/r.git", nil), ("C:\\r", nil), ("host:r", nil),
  ]) func aRemoteHasAWebAddress(remote: String, address: String?) {
    #expect(ListOrigin(remote: remote).repository == address)
  }

  @Test func theListsOwnWordsTellLicenceAndGuide() throws {
    let text =
      Self.entries
      + "\n## Contributing\n\nSend a pull request.\n\n## License\n\n[![CC0](https://i.example/cc0.png)](https://c.example/zero)\n"
    let page = try page("# T\n" + text)
    #expect(page.contains(##"<a href="#contributing" rel="noopener noreferrer">Contribute</a>"##))
    #expect(page.contains(#"<span>Licence: <a href="https://c.example/zero" rel="noopener noreferrer">CC0</a></span>"#))
    #expect(!page.contains("<time"), "an unknown date is not shown")
    let link = try self.page(
      "# T\n" + Self.entries + "\n## Big Cats\n\n- [A](https://a.example) - See [B](#Big-Cats).\n")
    #expect(link.contains(##"<a href="#big-cats""##))
  }

  @Test func addressesOfOtherSchemesAndTextAreInert() throws {
    let text = """
      # <img src=x onerror=alert(1)> "T"

      [a](javascript:alert(1)), <a href="data:text/html,x">b</a>, [c](vbscript:x), [d](//e.example), [e](#none), `<script>`
      """
    let page = try page(text + "\n" + Self.entries + "- [`x`](https://x.example) - T. `\"><script>alert(1)</script>`\n")
    for part in ["javascript:", "data:text", "vbscript:", "<script", "<img", "#none"] { #expect(!page.contains(part)) }
    #expect(page.contains(#"<a href="https://e.example" rel="noopener noreferrer">d</a>"#))
  }

  @Test func deepNestingIsFlattened() throws {
    let text = Self.entries + "\nA\n\n" + String(repeating: "> ", count: 400) + "[deep](https://deep.example)\n"
    #expect(try page(text).contains("https://deep.example"))
  }
}
