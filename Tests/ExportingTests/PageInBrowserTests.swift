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
    """

  /// The page's elements after a script ran at its end, as the browser writes them out.
  private func elements(after script: String) throws -> String {
    let page = try ListExport(List(try Document(SourceText(Self.text)))).html()
    let probe = """
      <script>
      var problems = [];
      window.onerror = function (message) { problems.push(message); };
      document.addEventListener("securitypolicyviolation", function (event) { problems.push(event.violatedDirective); });
      </script>
      """
    let report = """
      <script>\(script)
      var shown = Array.from(document.querySelectorAll("main li:not([hidden]) .title")).map(function (e) { return e.textContent; });
      document.title = JSON.stringify({ shown: shown, count: document.getElementById("count").textContent, problems: problems,
        rel: Array.from(document.querySelectorAll("main a")).every(function (a) { return a.rel.includes("noopener"); }) });
      </script>
      """
    let folder = try TemporaryFolder()
    let probed = page.replacing("</head>", with: "\(probe)</head>").replacing("</body>", with: "\(report)</body>")
    try folder.write(probed, to: "page.html")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(browser))
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.url.path)/profile", "--dump-dom",
      "file://\(folder.url.path)/page.html",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    let start = try #require(text.range(of: "<title>"))
    let end = try #require(text.range(of: "</title>"))
    return String(text[start.upperBound..<end.lowerBound])
  }

  @Test func thePageLoadsWithoutErrorsAndShowsEveryEntry() throws {
    #expect(
      try elements(after: "")
        == #"{"shown":["Hammer","Saw","Bread"],"count":"3","problems":[],"rel":true}"#)
  }

  @Test func searchNarrowsTheEntries() throws {
    let script =
      #"var q = document.getElementById("query"); q.value = "wood CUTS"; q.dispatchEvent(new Event("input"));"#
    #expect(try elements(after: script) == #"{"shown":["Saw"],"count":"1","problems":[],"rel":true}"#)
  }
}
