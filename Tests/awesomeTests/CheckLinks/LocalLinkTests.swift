import Foundation
import TestSupport
import Testing

@Suite struct LocalLinkTests {
  private func sandbox(_ text: String) throws -> Sandbox {
    let sandbox = try Sandbox([
      "repository/docs/a.md": text, "repository/docs/guide.md": "# Guide\n\n## How to\n", "repository/LICENSE": "x",
      "repository/.git/HEAD": "x", "repository/docs/größe.md": "# G\n", "secret.md": "# Secret\n",
    ])
    let links = [
      ("docs/out", ".."), ("docs/away", "../.."), ("docs/in", "../LICENSE"), ("docs/file", "../../secret.md"),
      ("docs/lost", "../../none.md"), ("docs/ring", "ring"),
    ]
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: sandbox.url("repository/" + name).path, withDestinationPath: target)
    }
    // Nobody ever writes to it.
    try sandbox.makePipe("repository/docs/pipe.md")
    return sandbox
  }

  @Test func filesAndAnchorsAreLookedUpWithinTheRepository() throws {
    let expected: [(String, String)] = [
      ("guide.md", "ok"), ("./guide.md#how-to", "ok"), ("guide.md#missing", "broken"), ("guide.md#L3", "ok"),
      ("../LICENSE", "ok"), ("/LICENSE", "ok"), ("/docs/", "ok"), ("gr%C3%B6%C3%9Fe.md", "ok"),
      ("guide.md?raw=1", "ok"), ("note:x", "gone"), ("myapp://x", "refused"), ("guide.md#How-To", "ok"),
      ("guide.md#L3C2-L4C1", "ok"),
      ("#LIST", "ok"),
      ("none.md", "gone"), ("guide.md/x", "gone"), ("#list", "ok"), ("#top", "ok"), ("#nowhere", "broken"),
      ("../../secret.md", "refused"), ("../../../../../etc/passwd", "refused"), ("/../secret.md", "refused"),
      ("away/secret.md", "refused"), ("away/nothing.md", "refused"), ("file", "refused"), ("out/LICENSE", "ok"),
      ("lost", "refused"), ("lost/x", "refused"), ("ring", "refused"),
      ("in", "ok"),
      ("../../../issues/new", "unchecked"), ("../../issues", "refused"), ("file:///etc/passwd", "refused"),
      ("%00", "broken"), ("pipe.md#x", "ok"),
    ]
    let text = "# List\n\n" + expected.map { "- [A](\($0.0)) - B.\n" }.joined()
    let sandbox = try sandbox(text)
    let json = try sandbox.run(
      ["check-links", "docs/a.md", "--format", "json", "--offline"], in: "repository"
    ).output
    let report = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let links = try #require(report["links"] as? [[String: Any]])
    #expect(links.count == expected.count)
    for (link, (url, verdict)) in zip(links, expected) {
      #expect(link["url"] as? String == url)
      #expect(link["verdict"] as? String == verdict, "\(url): \(link["reason"] ?? "")")
    }
    // Whether there is anything outside is not told.
    let away = links.filter { ["file", "lost", "away/secret.md"].contains($0["url"] as? String ?? "") }
    #expect(
      Set(away.map { $0["reason"] as? String }) == [
        "the path has a symbolic link that leads out of the repository, or nowhere"
      ])
  }

  @Test func whatWasMeantIsToldWhereNoFileIs() throws {
    let advice: [(String, String)] = [
      ("“https://a.org/x”", "remove the quotation marks"), ("'https://a.org'", "remove the quotation marks"),
      ("&#x200B;https://a.org/x", "remove the invisible character U+200B"),
      ("https//a.org/x", "write “https://a.org/x”"), ("http;//a.org", "write “http://a.org”"),
      ("HTTPS：//a.org/x", "write “https://a.org/x”"), ("me@a.org", "begin it with “mailto:”"),
      ("a.org/x", "begin it with “https://”"), ("www.a.md", "begin it with “https://”"),
      ("a.org:8080/x", "begin it with “https://”"), ("10.1.2.3/x", "begin it with “https://”"),
    ]
    let paths = [
      ("Guide.md", "no such file; there is “guide.md”, in other letters"),
      ("../DOCS/guide.md", "no such file; there is “docs”, in other letters"), ("none.md", "no such file"),
      ("..\\LICENSE", "no such file; write “../LICENSE”"), ("..\\none", "no such file"),
      ("a.org.md", "no such file"), ("v1.2/x.md", "no such file"), ("a b.c", "no such file"),
      ("lost.vtt?x=1", "no such file"), ("guide.md/x", "no such file"),
    ]
    let text = "# List\n\n" + (advice + paths).map { "- [A](<\($0.0)>) - B.\n" }.joined()
    let sandbox = try sandbox(text)
    let json = try sandbox.run(
      ["check-links", "docs/a.md", "--format", "json", "--offline"], in: "repository"
    ).output
    let report = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let links = try #require(report["links"] as? [[String: Any]])
    let expected =
      advice.map { ("broken", "not a web address, and no such file; " + $0.1) } + paths.map { ("gone", $0.1) }
    #expect(links.count == expected.count)
    for (link, (verdict, reason)) in zip(links, expected) {
      #expect(link["verdict"] as? String == verdict, "\(link["url"] ?? "")")
      #expect(link["reason"] as? String == reason, "\(link["url"] ?? "")")
    }
  }

  @Test func whatWasMeantIsReportedForAWebAddressThatFails() throws {
    let server = try WebServer { request in request.target == "/ok" ? .ok : .status(404) }
    let host = server.url("/").dropFirst("http://".count).dropLast()
    let expected: [(String, String)] = [
      ("http://https://\(host)/x", "broken: the scheme is doubled; write “https://\(host)/x”"),
      ("https://http//\(host)", "broken: the scheme is doubled; write “http://\(host)”"),
      ("http:/\(host)/ok", "broken: the slashes after the scheme are malformed; write “http://\(host)/ok”"),
      ("http://\(host)/ok”", "gone: 404 Not Found; remove the quotation mark at its end"),
      ("http://\(host)/a\u{200B}b", "gone: 404 Not Found; remove the invisible character U+200B"),
      ("http://\(host)/none", "gone: 404 Not Found"),
    ]
    let sandbox = try Sandbox(["a.md": "# L\n\n" + expected.map { "- [A](<\($0.0)>) - B.\n" }.joined()])
    let outcome = try sandbox.run(["check-links", "a.md", "--format", "concise"] + CheckLinksTests.local)
    let lines = outcome.output.split(separator: "\n").dropLast(2)
    #expect(lines.count == expected.count)
    for (line, (_, ending)) in zip(lines, expected) { #expect(line.hasSuffix(" is " + ending), "\(line)") }
  }

  /// The numbers of links and verdicts agree in every format: a web address counts once, a path or an anchor at each place.
  @Test func theNumbersOfLinksAgree() throws {
    let text = "# List\n\n- [A](http://a.example/) - B. [c](#x) [d](#x) [e](none.md) [f](#list) [g](#list)\n"
    let sandbox = try Sandbox(["a.md": text, "b.md": text])
    let arguments = ["check-links", "a.md", "b.md", "--offline"]
    let outcome = try sandbox.run(arguments)
    #expect(outcome.output.contains("\n6 errors in 11 links of 2 files\n4 ok, 2 gone, 4 broken, 1 unchecked\n"))
    let json = try sandbox.run(arguments + ["--format", "json"])
    #expect(json.output.contains("\"links\": 11,"))
    #expect(json.errors.contains("awesome: 11 links: 4 ok, 2 gone, 4 broken, 1 unchecked\n"))
  }

  @Test func aFragmentOfAFolderIsItsReadmes() throws {
    let sandbox = try sandbox(
      "# L\n\n- [A](sub#part) - B.\n- [B](sub/#lost) - B.\n- [C](../bare#x) - B.\n- [D](sub) - B.\n")
    try sandbox.write("# Sub\n\n## Part\n", to: "repository/docs/sub/Readme.md")
    try sandbox.write("x", to: "repository/bare/x.txt")
    let outcome = try sandbox.run(["check-links", "a.md", "--format", "concise"], in: "repository/docs")
    #expect(outcome.output.hasSuffix("\n2 ok, 2 broken\n"))
    #expect(outcome.output.contains("no heading or anchor in the file matches “#lost”"))
    #expect(outcome.output.contains("the folder has no README, in which “#x” could be"))
  }

  @Test func everyAddressOfMediaIsChecked() throws {
    let sandbox = try sandbox(
      """
      # L

      <picture><source srcset="in 1x, lost-a.png 2x,lost-b.png 100w" media="(a)"><img src="in" srcset="lost-c.png"></picture>

      <video src="lost-d.mp4" poster="lost-e.png"><source src="lost-f.webm"><track src="lost-g.vtt"></video>
      <audio src="lost-h.mp3"></audio> <img srcset="lost-i.png?a=1&amp;b=2 2x">
      """)
    let outcome = try sandbox.run(["check-links", "a.md", "--format", "concise"], in: "repository/docs")
    #expect("abcdefghi".allSatisfy { outcome.output.contains("lost-\($0).") })
    #expect(outcome.output.hasSuffix("\n2 ok, 9 gone\n"))
    #expect(outcome.output.contains("a.md:3:33: error link-gone lost-a.png"))
  }

  @Test func aFolderWithoutARepositoryHasNoneToLeave() throws {
    let text = "# L\n\n- [A](../notes.md#part-two) - A.\n- [B](../none.md) - B.\n- [C](/own.md) - C.\n"
    let sandbox = try Sandbox(["lists/a.md": text, "notes.md": "# N\n\n## Part two\n", "lists/own.md": "x"])
    let outcome = try sandbox.run(["check-links", "a.md"], in: "lists")
    #expect(outcome.output.contains("\n2 ok, 1 gone\n"), "\(outcome.output)")
  }

  @Test func aCommentExcludesTheLinksOfItsLine() throws {
    let ignore = "<!-- awesome-ignore-link -->"
    let sandbox = try sandbox(
      "# L\n\n- [A](none.md) - B. \(ignore)\n- [C](gone.md) - `\(ignore)`\n\n\(ignore)\n[D](lost.md) and [E](away.md)\n\n[F](left.md)\n"
    )
    let outcome = try sandbox.run(["check-links", "a.md"], in: "repository/docs")
    #expect(outcome.output.contains("\n2 gone, 3 excluded\n3 excluded: files; "))
    #expect(outcome.output.contains("a.md:4:7: error: gone: ") && outcome.output.contains("a.md:9:5: error: gone: "))
  }

  @Test func everyFormOfAnEmojisAnchorIsAccepted() throws {
    let sandbox = try sandbox(
      "# L\n\n- [A](#️-rest) - A.\n- [B](#%EF%B8%8F-rest) - B.\n- [C](#-rest) - C.\n- [D](a.md#-rest) - D.\n- [E](#rest) - E.\n\n## ☕️ Rest\n"
    )
    let outcome = try sandbox.run(["check-links", "a.md"], in: "repository/docs")
    #expect(outcome.output.contains("\n4 ok, 1 broken\n"))
    #expect(outcome.output.contains("a.md:7:7: error: broken: "))
  }
}
