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
    ListExport(List(try Document(SourceText(Self.text))))
  }

  @Test func csvHasARowAnEntry() throws {
    try Golden.check(try export().csv, "list.csv")
  }

  @Test func opmlIsAnOutline() throws {
    try Golden.check(try export().opml(), "list.opml")
  }

  @Test func htmlIsOnePage() throws {
    try Golden.check(try export().html(), "list.html")
  }

  @Test func jsonHasEverything() throws {
    try Golden.check(try export().json, "list.json")
  }

  @Test func nothingOfTheListBecomesMarkupOrScriptOfThePage() throws {
    let page = try export().html()
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("javascript:"))
    #expect(!page.contains("<things>"))
    #expect(page.components(separatedBy: "<script>").count == 2)
  }

  @Test func whatASpreadsheetWouldComputeIsText() throws {
    #expect(try export().csv.contains("'=SUM(1)"))
  }
}
