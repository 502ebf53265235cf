import Foundation
import JSON
import TestSupport
import Testing

/// The report of a morning.
@Suite struct HistoryReportTests {
  private static let header = #"{"awesome":"links","version":1,"nights":["2027-02-27","2027-02-28","2027-03-01"]}"#
  private static let gone =
    #"{"url":"https://gone.example/","failed":{"gone":["2027-02-27","2027-03-01"]},"since":"2027-02-27","ok":"2027-02-26","verdict":"gone","status":404,"reason":"404 Not Found","outage":0}"#
  private static let moved =
    #"{"url":"https://moved.example/","failed":{},"since":null,"ok":"2027-02-01","verdict":"moved","status":200,"reason":null,"outage":0,"target":"https://new.example/"}"#
  private static let watched =
    #"{"url":"https://watched.example/`x`","failed":{"transient":["2027-03-01"]},"since":"2027-03-01","ok":null,"verdict":"transient","status":503,"reason":"503 <b>","outage":0}"#

  private func sandbox(_ lines: [String], _ more: [String: String] = [:]) throws -> Sandbox {
    let state = ([Self.header] + lines).map { $0 + "\n" }.joined()
    return try Sandbox(["s.jsonl": state].merging(more) { $1 })
  }

  private func report(_ sandbox: Sandbox, _ arguments: String...) throws -> String {
    let outcome = try sandbox.run(["history", "report", "--state", "s.jsonl"] + arguments)
    #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
    return outcome.output
  }

  /// A failure of one night on a host.
  private func failure(_ url: String, reason: String = "503 Service Unavailable") -> String {
    #"{"url":"\#(url)","failed":{"transient":["2027-03-01"]},"since":"2027-03-01","ok":null,"verdict":"transient","status":503,"reason":"\#(reason)","outage":0}"#
  }

  @Test func theReportNamesWhatThereIsToDo() throws {
    let sandbox = try sandbox([Self.gone, "<<<<<<< ours", Self.moved, Self.watched])
    let text = try sandbox.run("history", "report", "--state", "s.jsonl")
    #expect(text.status == 0 && text.errors.contains("s.jsonl:3: not a line of a state"))
    #expect(
      text.output == """
        Do this now: moved (1): awesome check-links --fix writes the new addresses
          https://moved.example/ → https://new.example/: moved: status 200

        Decide: fail night after night (1): replace or remove them
          https://gone.example/: gone: 404 Not Found; 2 nights since 2027-02-27; fine on 2027-02-26

        Watched (1): they fail, and may recover
          https://watched.example/`x`: transient: 503 <b>; night 1 of 7 since 2027-03-01

        changed since the night before: 1 failing for long enough, 1 failing for the first time
        last trusted night: 2027-03-01

        """)
  }

  @Test func theMarkdownBeginsWithWhatMatters() throws {
    let list = "# A\n\n- [M](https://moved.example/) - Text.\n- [G](https://gone.example/) - Text.\n"
    let sandbox = try sandbox([Self.gone, Self.moved, Self.watched], ["a.md": list])
    #expect(
      try report(sandbox, "a.md", "--format", "markdown") == """
        ### Do this now: moved (1)

        `awesome check-links --fix` writes the new addresses.

        - `https://moved.example/` `a.md:3:7` → `https://new.example/`: moved: status 200

        <details><summary>Patch</summary>

        ```diff
        --- a/a.md
        +++ b/a.md
        @@ -1,4 +1,4 @@
         # A
         
        -- [M](https://moved.example/) - Text.
        +- [M](https://new.example/) - Text.
         - [G](https://gone.example/) - Text.
        ```

        </details>


        ### Decide: fail night after night (1)

        Replace or remove them.

        - `https://gone.example/` `a.md:4:7`: gone: 404 Not Found; 2 nights since 2027-02-27; fine on 2027-02-26

        <details><summary>Changed since the night before: 1 failing for long enough</summary>

        - lasting: `https://gone.example/` `a.md:4:7`

        </details>

        Last trusted night: 2027-03-01.

        """)
    // The patch is one that git applies.
    let patch = try report(sandbox, "a.md", "--format", "markdown").split(separator: "```diff\n")[1].split(
      separator: "```")[0]
    try sandbox.write(String(patch), to: "moved.patch")
    #expect(try sandbox.runShell("git apply moved.patch").status == 0)
    #expect(try sandbox.read("a.md").contains("[M](https://new.example/)"))
  }

  @Test func aNightThatChangedNothingIsOneLine() throws {
    let old = Self.gone.replacing("\"2027-03-01\"]", with: "\"2027-02-28\",\"2027-03-01\"]")
      .replacing("\"2027-02-27\"", with: "\"2027-02-25\"")
    let sandbox = try sandbox([old, Self.moved])
    #expect(
      try report(sandbox)
        == "nothing new: 1 moved, 1 failing night after night; --all lists them\nlast trusted night: 2027-03-01\n")
    #expect(
      try report(sandbox, "--format", "markdown")
        == "Nothing new: 1 moved, 1 failing night after night; --all lists them.\n\nLast trusted night: 2027-03-01.\n")
    #expect(try report(sandbox, "--all").contains("https://gone.example/: gone"))
    try sandbox.write(Self.header + "\n", to: "s.jsonl")
    #expect(try report(sandbox, "--all") == "nothing to report\nlast trusted night: 2027-03-01\n")
  }

  @Test func theNightsThatWereNotTrustedAreNamed() throws {
    let log = """
      {"date":"2027-03-01","trusted":true,"links":1,"ok":1}
      {"date":"2027-03-02","trusted":false,"reason":"names did not resolve, nor did any control name","links":9}

      """
    let sandbox = try sandbox([Self.moved], ["s.jsonl.nights.jsonl": log])
    let sentence = "the night of 2027-03-02 was not trusted: names did not resolve, nor did any control name"
    #expect(try report(sandbox).hasSuffix("last trusted night: 2027-03-01\n\(sentence)\n"))
    let json = try JSONValue(parsing: Array(report(sandbox, "--format", "json").utf8))
    #expect(json["untrusted"]?.array?.first?["date"]?.string == "2027-03-02")
  }

  @Test func theJSONNamesTheNews() throws {
    let sandbox = try sandbox(
      [Self.gone, Self.moved, Self.watched], ["a.md": "# A\n\n- [A](https://gone.example/) - Text.\n"])
    let json = try JSONValue(parsing: Array(report(sandbox, "--format", "json").utf8))
    let news = json["news"]?.array?.map { "\($0["kind"]?.string ?? "") \($0["url"]?.string ?? "")" }
    #expect(news == ["lasting https://gone.example/", "failing https://watched.example/`x`"])
    let listed = try report(sandbox, "a.md", "--format", "json")
    #expect(listed.contains("\"a.md:3:7\"") && !listed.contains("moved.example"))
  }

  @Test func theNewsIsOnlyWhatAPersonShouldKnowAtOnce() throws {
    let sandbox = try sandbox(
      [Self.gone, Self.watched], ["awesome.md": "# A\n\n- [A](https://gone.example/) - Text.\n"])
    #expect(try report(sandbox, "--news") == "lasting: https://gone.example/\nfailing: https://watched.example/`x`\n")
    #expect(
      try report(sandbox, "--news", "--format", "markdown", "--default-list")
        == "1 failing for long enough:\n\n- lasting: `https://gone.example/` `awesome.md:3:7`\n")
    try sandbox.write("\(Self.header)\n\(Self.watched)\n", to: "s.jsonl")
    #expect(try report(sandbox, "--news") == "")
    #expect(try report(sandbox, "--news", "--format", "markdown") == "")
    for arguments in [["--news", "--format", "json"], ["--news", "--all"], ["--default-list", "awesome.md"]] {
      #expect(try sandbox.run(["history", "report", "--state", "s.jsonl"] + arguments).status == 2)
    }
  }

  @Test func theLinksOfOneHostAreOneItem() throws {
    let sandbox = try sandbox((0..<30).map { failure("https://down.example/\($0)") } + [failure("https://a.example/")])
    let text = try report(sandbox, "--all")
    #expect(text.contains("  down.example: 30 links: transient: 503 Service Unavailable; night 1 of 7"))
    let markdown = try report(sandbox, "--all", "--format", "markdown")
    #expect(markdown.contains("- `down.example`, 30 links: transient"))
    #expect(markdown.contains("  - and 10 more\n"))
  }

  @Test func hostileTextsBreakNeitherMarkdownNorATerminal() throws {
    let reason = #"@everyone <img src=x> </details> ``` \u001b[31m\u202e [a](javascript:b) #1 | *b*"#
    let sandbox = try sandbox([failure("https://a.example/`</details>`\\u001b]0;", reason: reason)])
    let markdown = try report(sandbox, "--all", "--format", "markdown")
    #expect(markdown.contains(#"\@everyone \<img src=x\> \</details\> \`\`\` "#), "\(markdown)")
    #expect(markdown.contains("`` https://a.example/`</details>`"))
    for text in [markdown, try report(sandbox, "--all")] {
      let isClean = text.unicodeScalars.allSatisfy { $0.value != 0x1B && $0.value != 0x202E }
      #expect(isClean)
    }
  }

  @Test func aLongReportIsCutAtItsEnd() throws {
    let lines = (0..<3_000).map { failure("https://host\($0).example/a/rather/long/path/\($0)") }
    let sandbox = try sandbox([Self.gone, Self.moved] + lines)
    let markdown = try report(sandbox, "--all", "--format", "markdown")
    #expect(markdown.count <= 65_536 && markdown.utf8.count <= 65_536)
    #expect(markdown.contains("https://gone.example/") && markdown.contains("https://moved.example/"))
    #expect(markdown.contains("- and "))
    #expect(markdown.hasSuffix("Last trusted night: 2027-03-01.\n"))
    #expect(markdown.components(separatedBy: "<details>").count == markdown.components(separatedBy: "</details>").count)
  }

  @Test func whatIsKnownOfOneLinkIsShown() throws {
    let sandbox = try sandbox([Self.gone])
    let shown = try sandbox.run("history", "show", "--state", "s.jsonl", "https://gone.example/").output
    #expect(shown.contains("failure: lasting, 2 nights") && shown.contains("2027-02-27 gone, 2027-03-01 gone"))
  }
}
