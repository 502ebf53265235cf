import AwesomeList
import Exporting
import Foundation
import Markdown
import Markup
import Source
import TestSupport
import Testing

@Suite(.enabled(if: Browser.isInstalled, "there is no Chromium on this machine"), .serialized)
struct PageInBrowserTests {
  private static let text = """
    # List

    ## Tools

    - [Hammer](https://example.org/hammer) - Hits nails.
    - [Saw](https://example.org/saw) - Cuts wood. `C++` ` `

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
    let hash: String
    /// Whether the page says that nothing matches.
    let none: Bool
    let headings: [String]
  }

  /// The state of the page after a script at its end.
  private func elements(after script: String, fragment: String = "") throws -> Report {
    let page = try ListExport(List(SourceText(Self.text))).html
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
        rel: Array.from(document.querySelectorAll("main a:not(.tag)")).every(function (a) { return a.rel.includes("noopener"); }),
        hash: location.hash, none: !document.getElementById("page:none").hidden,
        headings: Array.from(document.querySelectorAll("section:not([hidden]) > :first-child")).map(function (e) { return e.textContent; }),
        handlers: Array.from(document.querySelectorAll("*")).some(function (e) { return e.getAttributeNames().some(function (n) { return n.startsWith("on"); }); }) });
      </script>
      """
    let probed = page.replacing("</head>", with: "\(probe)</head>").replacing("</body>", with: "\(report)</body>")
    let document = try Browser.document(of: probed, fragment: fragment)
    return try JSONDecoder().decode(Report.self, from: try title(of: document))
  }

  /// The title of a document, in which a script leaves its report.
  private func title(of document: String) throws -> Data {
    let start = try #require(document.range(of: "<title>"))
    let end = try #require(document.range(of: "</title>"))
    return Data(document[start.upperBound..<end.lowerBound].replacing("&amp;", with: "&").utf8)
  }

  private static let all = ["Hammer", "Saw", "Bread", "Bad", "Quote"]

  @Test func thePageLoadsWithoutErrorsAndShowsEveryEntry() throws {
    let report = try elements(after: "")
    #expect(report.shown == Self.all && report.count == "5")
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

  @Test func aSearchLinkOpensWithItsHits() throws {
    let report = try elements(after: "", fragment: "#q=wood%20cuts")
    #expect(report.shown == ["Saw"] && report.count == "1" && report.headings == ["Tools"] && !report.none)
    #expect(try elements(after: "", fragment: "#q=WOOD+saw").shown == ["Saw"])
    #expect(try elements(after: "", fragment: "#tag=C%2B%2B").shown == ["Saw"])
    #expect(try elements(after: "", fragment: "#q=hammer&tag=C%2B%2B").none)
  }

  @Test func anchorsAndHostileFragmentsShowEverything() throws {
    for fragment in ["#food", "#none", "#%", "#%E0%A4%A"] {
      let report = try elements(after: "", fragment: fragment)
      #expect(report.shown == Self.all && report.problems.isEmpty, "\(fragment)")
    }
    let report = try elements(after: "", fragment: "#q=%3Cimg%20src=x%20onerror=alert(1)%3E&tag=%3Cscript%3E%%")
    #expect(report.shown.isEmpty && report.none && report.problems.isEmpty && !report.handlers)
  }

  @Test func theSearchIsInTheAddress() throws {
    let search = #"""
      function search(text) { var q = document.getElementById("page:query"); q.value = text; q.dispatchEvent(new Event("input")); }

      """#
    let report = try elements(after: search + #"search(" C++ x&y ");"#)
    #expect(report.hash == "#q=C%2B%2B+x%26y" && report.none && report.headings.isEmpty)
    #expect(try elements(after: search + #"search("saw"); search("");"#).hash == "")
    let tag = #"document.querySelector(".tags a").click(); window.dispatchEvent(new HashChangeEvent("hashchange"));"#
    #expect(try elements(after: tag).shown == ["Saw"])
    #expect(try elements(after: tag + #"document.getElementById("page:tag").click();"#).shown == Self.all)
  }

  @Test func aTitleThatMatchesShowsWhatIsBelowIt() throws {
    let text =
      "# T\n\n## Tools\n\nAbout *saws*.\n\n- Group\n  - [A](https://a.example) - One.\n  - [B](https://b.example) - Two.\n"
    let shown =
      #"shown = shown.concat(Array.from(document.querySelectorAll("section > p:not([hidden])")).map(function (e) { return e.textContent; }));"#
    let page = try ListExport(List(SourceText(text))).html
    func titles(_ fragment: String) throws -> [String] {
      let probe =
        #"<script>var shown = Array.from(document.querySelectorAll("main li:not([hidden]) > .title")).map(function (e) { return e.textContent; }); \#(shown) document.title = JSON.stringify(shown);</script>"#
      let probed = page.replacing("</body>", with: probe + "</body>")
      return try JSONDecoder().decode([String].self, from: title(of: Browser.document(of: probed, fragment: fragment)))
    }
    #expect(try titles("#q=group") == ["Group", "A", "B"])
    #expect(try titles("#q=two") == ["Group", "B"])
    #expect(try titles("#q=saws") == ["About saws."])
  }

  /// Real shapes that are wider than a phone: long words, addresses, code, tables and tags.
  @Test(arguments: [
    "# \(String(repeating: "Long", count: 30))\n\n\(String(repeating: "word", count: 40))\n",
    "# T\n\n## S\n\n```\n\(String(repeating: "code ", count: 60))\n```\n",
    "# T\n\n## S\n\n|\(String(repeating: " cell |", count: 30))\n|\(String(repeating: "---|", count: 30))\n",
    "# T\n\n## S\n\n- [\(String(repeating: "x", count: 90))](https://a.example) - T. `\(String(repeating: "tag", count: 40))`\n",
    "# T\n\n## S\n\n- [A](https://a.example) - See https://a.example/\(String(repeating: "x", count: 200))\n",
    "# قائمة\n\n## أدوات\n\n- [أ](https://a.example) - \(String(repeating: "نصوص", count: 40)). `\(String(repeating: "tag", count: 40))`\n",
  ]) func aPhoneNeverScrollsSideways(text: String) throws {
    let page = try ListExport(List(SourceText(text))).html
    let frame = """
      <!doctype html><title></title><iframe style="width: 375px; height: 800px; border: 0" srcdoc="\(page.escapedForHTML)"></iframe>
      <script>
      window.onload = function () {
        var inner = document.querySelector("iframe").contentDocument, root = inner.documentElement;
        var pills = Array.from(inner.querySelectorAll(".tag")).filter(function (e) { return !e.textContent.trim(); });
        document.title = JSON.stringify([inner.defaultView.innerWidth, root.scrollWidth - root.clientWidth, pills.length]);
      };
      </script>
      """
    let sizes = try JSONDecoder().decode([Int].self, from: try title(of: try Browser.document(of: frame)))
    #expect(sizes == [375, 0, 0])
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
    let page = try ListExport(List(SourceText(Self.text))).html
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
    let report = try JSONDecoder().decode(Report.self, from: try title(of: try Browser.document(of: frame)))
    let sections = ["Tools", "Food", "Search"]
    #expect(report == Report(live: "", search: true, open: true, sections: sections, titles: Self.all))
  }
}
