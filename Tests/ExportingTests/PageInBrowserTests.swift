import AwesomeList
import Exporting
import Foundation
import Markdown
import Markup
import Source
import TestSupport
import Testing

/// A browser, if the machine has one.
private let browser = ["/usr/bin/chromium", "/usr/bin/google-chrome"].first {
  FileManager.default.isExecutableFile(atPath: $0)
}

@Suite(.enabled(if: browser != nil, "there is no Chromium on this machine"), .serialized)
struct PageInBrowserTests {
  private static let text = """
    # List

    ## Tools

    - [Hammer](https://example.org/hammer) - Hits nails.
    - [Saw](https://example.org/saw) - Cuts wood.

    ## Food

    - [Bread](https://example.org/bread) - Is eaten.

    ## Search

    - [Bad](javascript:alert(1)) - <img src=https://example.org/x.png onerror=alert(1)> stays text.
    - [Quote](<https://example.org/"\u{301} onclick=alert(1) x=>) - "\u{301} onclick=alert(1).
    """

  /// The state of the page, seen by a script at its end.
  private struct Report: Decodable, Equatable {
    let shown: [String]
    let count: String
    let problems: [String]
    let loaded: [String]
    let focus: String
    let schemes: [String]
    let rel: Bool
    /// Whether an element has an event handler as an attribute.
    let handlers: Bool
  }

  /// The state of the page after a script at its end.
  private func elements(after script: String) throws -> Report {
    let page = try ListExport(List(SourceText(Self.text))).html()
    let probe = """
      <script>
      var problems = [];
      console.error = console.warn = function (message) { problems.push(message); };
      window.onerror = function (message) { problems.push(message); };
      document.addEventListener("securitypolicyviolation", function (event) { problems.push(event.violatedDirective); });
      </script>
      """
    let report = """
      <script>\(script)
      var shown = Array.from(document.querySelectorAll("main li:not([hidden]) .title")).map(function (e) { return e.textContent; });
      document.title = JSON.stringify({ shown: shown, count: document.getElementById("page:count").textContent, problems: problems,
        loaded: performance.getEntriesByType("resource").map(function (e) { return e.name; }), focus: document.activeElement.id,
        schemes: Array.from(new Set(Array.from(document.links).map(function (a) { return a.protocol; }))).sort(),
        rel: Array.from(document.querySelectorAll("main a")).every(function (a) { return a.rel.includes("noopener"); }),
        handlers: Array.from(document.querySelectorAll("*")).some(function (e) { return e.getAttributeNames().some(function (n) { return n.startsWith("on"); }); }) });
      </script>
      """
    let probed = page.replacing("</head>", with: "\(probe)</head>").replacing("</body>", with: "\(report)</body>")
    return try JSONDecoder().decode(Report.self, from: try title(of: try document(of: probed)))
  }

  /// The title of a document, in which a script leaves its report.
  private func title(of document: String) throws -> Data {
    let start = try #require(document.range(of: "<title>"))
    let end = try #require(document.range(of: "</title>"))
    return Data(document[start.upperBound..<end.lowerBound].replacing("&amp;", with: "&").utf8)
  }

  /// The document after the browser has loaded a page.
  private func document(of page: String) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(page, to: "page.html")
    let options = ["--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile"]
    let program = Program(URL(fileURLWithPath: try #require(browser)))
    return try program.run(options + ["--dump-dom", "file://\(folder.path)/page.html"]).outputText
  }

  private static let all = ["Hammer", "Saw", "Bread", "Bad", "Quote"]

  @Test func thePageLoadsWithoutErrorsAndShowsEveryEntry() throws {
    let report = try elements(after: "")
    #expect(report.shown == Self.all && report.count == "4")
    #expect(report.problems.isEmpty && report.loaded.isEmpty, "nothing fails, and nothing is requested")
    #expect(!report.handlers, "no text of the list becomes code")
    #expect(report.rel && report.schemes == ["file:", "https:"], "links go to sections and to the web only")
  }

  @Test func searchNarrowsTheEntries() throws {
    let script =
      #"var q = document.getElementById("page:query"); q.value = "wood CUTS"; q.dispatchEvent(new Event("input"));"#
    let report = try elements(after: script)
    #expect(report.shown == ["Saw"] && report.count == "1" && report.problems.isEmpty)
  }

  @Test func aSectionsTitleFindsItsEntries() throws {
    let script =
      #"var q = document.getElementById("page:query"); q.value = "food"; q.dispatchEvent(new Event("input"));"#
    #expect(try elements(after: script).shown == ["Bread"])
  }

  @Test func theKeyboardStartsAndClearsASearch() throws {
    let press = #"""
      function press(key) { document.dispatchEvent(new KeyboardEvent("keydown", { key: key, cancelable: true })); }

      """#
    #expect(try elements(after: press + #"press("/");"#).focus == "page:query")
    let type = #"press("/"); var q = document.activeElement; q.value = "saw"; q.dispatchEvent(new Event("input")); "#
    #expect(try elements(after: press + type).shown == ["Saw"])
    #expect(try elements(after: press + type + #"press("Escape");"#).shown == Self.all)
  }

  @Test func withoutJavaScriptOnlyTheSearchIsMissing() throws {
    let page = try ListExport(List(SourceText(Self.text))).html()
    // A frame without scripts, inspected from the document around it.
    let frame = """
      <!doctype html><title></title><iframe sandbox="allow-same-origin" srcdoc="\(page.escapedForHTML)"></iframe>
      <script>
      window.onload = function () {
        var inner = document.querySelector("iframe").contentDocument;
        function texts(path) { return Array.from(inner.querySelectorAll(path)).map(function (e) { return e.textContent; }); }
        document.title = JSON.stringify({ live: inner.documentElement.className, search: inner.getElementById("page:search").hidden,
          open: inner.querySelector("details").open, sections: texts("nav a"), titles: texts("main .title") });
      };
      </script>
      """
    struct Report: Decodable, Equatable {
      let live: String
      let search: Bool
      let open: Bool
      let sections: [String]
      let titles: [String]
    }
    let report = try JSONDecoder().decode(Report.self, from: try title(of: try document(of: frame)))
    let sections = ["Tools", "Food", "Search"]
    #expect(report == Report(live: "", search: true, open: true, sections: sections, titles: Self.all))
  }
}
