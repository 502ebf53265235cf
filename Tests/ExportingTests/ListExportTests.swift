import AwesomeList
import Foundation
import Exporting
import Markdown
import Source
import TestSupport
import Testing

@Suite struct ListExportTests {
  private static let text = """
    # A "List" & more 😎

    About <things>.

    ## Tools ⚒️

    - [One, "the" first](https://example.org/?a=1&b=2) - Text with [a link](https://example.org/l), `code` and ]]>. `MIT`
      - [Part](https://example.org/p) - A part.
    - [=SUM(1)](javascript:alert(1)) - <script>alert(1)</script>
    - Group
      - [Two](http://example.org/two)

    ### Deeper

    - [Three](https://example.org/3)
    > Quoted.

    ## Empty

    A note.
    """

  private func export() throws -> ListExport {
    ListExport(try List(SourceText(Self.text)))
  }

  @Test func csvHasARowPerEntry() throws {
    try Golden.check(try export().csv, "list.csv")
  }

  @Test func opmlIsAnOutline() throws {
    try Golden.check(try export().opml(), "list.opml")
  }

  @Test func htmlIsOnePage() throws {
    try Golden.check(try export().html, "list.html")
  }

  @Test func jsonHasEverything() throws {
    try Golden.check(try export().json, "list.json")
  }

  @Test func textOfTheListIsEscapedOnThePage() throws {
    let page = try export().html
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("javascript:"))
    #expect(!page.contains("<things>"))
    #expect(page.components(separatedBy: "<script>").count == 2)
  }

  @Test func formulasBecomeText() throws {
    #expect(try export().csv.contains("'=SUM(1)"))
  }

  /// A quote with a combining accent is one character in Swift, and two elsewhere.
  @Test func quotesWithAccentsAreEscaped() throws {
    let accent = "\u{301}"
    let text =
      "- [=1\"\(accent),2](<https://e.f/\"\(accent) onmouseover=alert(1) x=>) - <\(accent)b onclick=x>, \"\(accent)Text.\n"
    let export = ListExport(try List(SourceText(text)))
    let page = Array(export.html.unicodeScalars)
    let marked = zip(page, page.dropFirst()).filter { $0.1 == "\u{301}" }.map(\.0)
    #expect(!marked.isEmpty && marked.allSatisfy { $0 == ";" || $0 == "2" }, "each is escaped, or percent-encoded")
    let rows = export.csv.split(separator: "\n")
    #expect(rows.count == 2)
    #expect(rows[1].unicodeScalars.starts(with: ",\"'=1\"\"\(accent),2\",".unicodeScalars))
  }

  @Test func formulasWithFullWidthCharactersOrAccentsBecomeText() throws {
    for sign in ["=", "＝", "+", "@", "=\u{301}"] {
      let export = ListExport(try List(SourceText("- [\(sign)SUM](https://e.f) - Text.\n")))
      #expect(export.csv.unicodeScalars.contains("'"), "\(sign)")
    }
  }

  @Test func feedsAndOutlinesHaveValidAddresses() throws {
    let list = List(
      try Document(SourceText("- [A](<https://e.f/a b|c>) - Text.\n- [![](https://e.f/i.png)](https://e.f/g)\n")))
    let feed = try ListExport(list).atom(times: ["https://e.f/a b|c": 0])
    #expect(feed.contains("<id>https://e.f/a%20b%7Cc</id>"))
    #expect(try ListExport(list).opml().contains("text=\"https://e.f/g\" type=\"link\""))
  }

  @Test func sectionsBelowAContentsHeadingAreOnThePage() throws {
    let text =
      "# T\n\n# Contents\n\n- [A](#a)\n\n## A\n\n- [Deep](https://e.f/d) - D.\n\n## Search\n\n- [B](https://e.f/b)\n"
    let page = try ListExport(List(SourceText(text))).html
    #expect(page.contains("Deep") && !page.contains("Contents"))
    #expect(page.components(separatedBy: "id=\"search\"").count == 2, "the page's own ids are not anchors of headings")
  }
}
