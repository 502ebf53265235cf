import Foundation
import TestSupport
import Testing

/// The page about the nights.
@Suite(.serialized) struct HistoryPageTests {
  private static let state = #"""
    {"awesome":"links","version":1,"nights":["2027-02-26","2027-02-27","2027-02-28","2027-03-01"]}
    {"url":"https://bad.example/\"><script>alert(1)</script>","failed":{"transient":["2027-03-01"]},"since":"2027-03-01","ok":null,"verdict":"transient","status":503,"reason":"503 </script><img src=x onerror=alert(1)>","outage":0}
    {"url":"https://gone.example/a","failed":{"gone":["2027-02-27","2027-03-01"]},"since":"2027-02-27","ok":"2027-02-26","verdict":"gone","status":404,"reason":"404 Not Found","outage":0}
    {"url":"https://gone.example/b","failed":{"gone":["2027-02-27","2027-03-01"]},"since":"2027-02-27","ok":"2027-02-26","verdict":"gone","status":404,"reason":"404 Not Found","outage":0}
    {"url":"https://moved.example/","failed":{},"since":null,"ok":"2027-02-01","verdict":"moved","status":200,"reason":null,"outage":0,"target":"javascript:alert(2)"}
    {"url":"javascript:alert(3)","failed":{"broken":["2027-03-01"]},"since":"2027-03-01","ok":null,"verdict":"broken","status":null,"reason":"x","outage":0}

    """#
  private static let log = """
    {"date":"2027-02-26","trusted":true,"seconds":9,"links":100,"ok":100}
    {"date":"2027-02-27","trusted":true,"seconds":9,"links":100,"ok":98,"gone":2}
    {"date":"2027-02-28","trusted":false,"reason":"names did not resolve <b>","seconds":9,"links":100,"transient":100}
    {"date":"2027-03-01","trusted":true,"seconds":9,"links":100,"ok":95,"gone":2,"moved":1,"transient":2}

    """

  private func page() throws -> String {
    let sandbox = try Sandbox(["s.jsonl": Self.state, "s.jsonl.nights.jsonl": Self.log])
    let outcome = try sandbox.run("history", "page", "--state", "s.jsonl", "--output", "page.html")
    #expect(outcome.status == 0 && outcome.output == "" && outcome.errors == "", "\(outcome.errors)")
    let page = try sandbox.read("page.html")
    #expect(try sandbox.run("history", "page", "--state", "s.jsonl", "--output", "-").output == page)
    return page
  }

  @Test func thePageHasTheNightsAndTheLinks() throws {
    let page = try page()
    #expect(page.contains(#"Last trusted night: <time datetime="2027-03-01">2027-03-01</time>."#))
    #expect(page.contains(#"<li class="gone"><b>2</b> to decide on</li>"#))
    // A mark for each failure, the last night at the right.
    #expect(
      page.contains(#"viewBox="0 0 4 1""#))
    #expect(page.contains(#"<path class="gone" d="M1 0h.85v1h-.85zM3 0h.85v1h-.85z"/>"#))
    #expect(page.contains("<tr><td>gone.example</td><td>2</td><td>4</td></tr>"))
    #expect(page.contains("2027-02-28: not trusted: names did not resolve &lt;b&gt;"))
    #expect(page.contains("2027-03-01: 100 links, 2 gone, 2 transient, 1 moved"))
    #expect(page.contains("404 Not Found; 2 nights since 2027-02-27; fine on 2027-02-26"))
  }

  @Test func hostileTextsAreText() throws {
    let page = try page()
    #expect(!page.contains("<script>alert") && !page.contains("<img") && !page.contains("href=\"javascript:"))
    #expect(page.components(separatedBy: "</script>").count == 2)
  }

  @Test func aMissingStateOrFolderIsASentence() throws {
    let sandbox = try Sandbox(["s.jsonl": Self.state])
    let missing = try sandbox.run("history", "page", "--state", "no.jsonl", "--output", "page.html")
    #expect(missing.status == 2 && missing.errors.contains("no.jsonl: no such state"))
    let folder = try sandbox.run("history", "page", "--state", "s.jsonl", "--output", "no/page.html")
    #expect(folder.status == 2 && folder.errors.contains("no/page.html: its folder does not exist"))
    // Without a log there is no chart.
    let page = try sandbox.run("history", "page", "--state", "s.jsonl", "--output", "-")
    #expect(page.status == 0 && !page.output.contains("class=\"chart\""))
  }

  @Test(.enabled(if: Browser.isInstalled, "there is no Chromium on this machine"))
  func theSearchNarrowsTheLinks() throws {
    let probe = """
      <script>
      var q = document.getElementById("query"); q.value = "GONE.example /b"; q.dispatchEvent(new Event("input"));
      document.title = [document.querySelectorAll("main li:not([hidden])").length, document.querySelectorAll("main li").length,
        document.querySelectorAll("main section:not([hidden])").length, document.getElementById("count").textContent,
        performance.getEntriesByType("resource").length, document.getElementById("search").hidden].join("|");
      </script></body>
      """
    let document = try Browser.document(of: page().replacing("</body>", with: probe))
    #expect(document.contains("<title>1|5|1|1 of 5|0|false</title>"), "\(document.prefix(600))")
  }
}
