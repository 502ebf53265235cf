import AwesomeList
import Exporting
import Foundation
import Markdown
import Source
import TestSupport
import Testing

/// The browser, if the machine has one; the project does not need it.
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

    ## Traps

    - [Bad](javascript:alert(1)) - <img src=https://example.org/x.png onerror=alert(1)> stays text.
    """

  /// What a script at the page's end sees.
  private struct Report: Decodable, Equatable {
    let shown: [String]
    let count: String
    let problems: [String]
    let loaded: [String]
    let focus: String
    let schemes: [String]
    let rel: Bool
  }

  /// What the page is after a script ran at its end.
  private func elements(after script: String) throws -> Report {
    let page = try ListExport(List(try Document(SourceText(Self.text)))).html()
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
      document.title = JSON.stringify({ shown: shown, count: document.getElementById("count").textContent, problems: problems,
        loaded: performance.getEntriesByType("resource").map(function (e) { return e.name; }), focus: document.activeElement.id,
        schemes: Array.from(new Set(Array.from(document.links).map(function (a) { return a.protocol; }))).sort(),
        rel: Array.from(document.querySelectorAll("main a")).every(function (a) { return a.rel.includes("noopener"); }) });
      </script>
      """
    let probed = page.replacing("</head>", with: "\(probe)</head>").replacing("</body>", with: "\(report)</body>")
    let text = try document(of: probed)
    let start = try #require(text.range(of: "<title>"))
    let end = try #require(text.range(of: "</title>"))
    let json = text[start.upperBound..<end.lowerBound].replacing("&amp;", with: "&")
    return try JSONDecoder().decode(Report.self, from: Data(json.utf8))
  }

  /// The document that the browser makes of a page.
  private func document(of page: String, _ arguments: String...) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(page, to: "page.html")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(browser))
    process.arguments =
      ["--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.url.path)/profile", "--dump-dom"]
      + arguments + ["file://\(folder.url.path)/page.html"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private static let all = ["Hammer", "Saw", "Bread", "Bad"]

  @Test func thePageLoadsWithoutErrorsAndShowsEveryEntry() throws {
    let report = try elements(after: "")
    #expect(report.shown == Self.all && report.count == "3")
    #expect(report.problems.isEmpty && report.loaded.isEmpty, "nothing fails, and nothing is asked for")
    #expect(report.rel && report.schemes == ["file:", "https:"], "links go to sections and to the web only")
  }

  @Test func searchNarrowsTheEntries() throws {
    let script =
      #"var q = document.getElementById("query"); q.value = "wood CUTS"; q.dispatchEvent(new Event("input"));"#
    let report = try elements(after: script)
    #expect(report.shown == ["Saw"] && report.count == "1" && report.problems.isEmpty)
  }

  @Test func theKeyboardSearchesAndGivesUp() throws {
    let press = #"""
      function press(key) { document.dispatchEvent(new KeyboardEvent("keydown", { key: key, cancelable: true })); }

      """#
    #expect(try elements(after: press + #"press("/");"#).focus == "query")
    let type = #"press("/"); var q = document.activeElement; q.value = "saw"; q.dispatchEvent(new Event("input")); "#
    #expect(try elements(after: press + type).shown == ["Saw"])
    #expect(try elements(after: press + type + #"press("Escape");"#).shown == Self.all)
  }

  @Test func withoutJavaScriptEverythingIsThereButTheSearch() throws {
    let page = try ListExport(List(try Document(SourceText(Self.text)))).html()
    let text = try document(of: page, "--blink-settings=scriptEnabled=false")
    #expect(text.contains(#"<p id="search" hidden"#))
    #expect(Self.all.allSatisfy(text.contains) && text.contains(##"<a href="#tools""##))
  }
}
