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
      ("guide.md?raw=1", "ok"),
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

  @Test func aCommentExcludesTheLinksOfItsLine() throws {
    let ignore = "<!-- awesome-ignore-link -->"
    let sandbox = try sandbox(
      "# L\n\n- [A](none.md) - B. \(ignore)\n- [C](gone.md) - `\(ignore)`\n\n\(ignore)\n[D](lost.md) and [E](away.md)\n\n[F](left.md)\n"
    )
    let outcome = try sandbox.run(["check-links", "a.md"], in: "repository/docs")
    #expect(outcome.errors.hasSuffix("5 links: 2 gone, 3 excluded\n"))
    #expect(outcome.output.contains("a.md:4:7: error: gone: ") && outcome.output.contains("a.md:9:5: error: gone: "))
  }

  @Test func everyFormOfAnEmojisAnchorIsAccepted() throws {
    let sandbox = try sandbox(
      "# L\n\n- [A](#️-rest) - A.\n- [B](#%EF%B8%8F-rest) - B.\n- [C](#-rest) - C.\n- [D](a.md#-rest) - D.\n- [E](#rest) - E.\n\n## ☕️ Rest\n"
    )
    let outcome = try sandbox.run(["check-links", "a.md"], in: "repository/docs")
    #expect(outcome.errors.hasSuffix("5 links: 4 ok, 1 broken\n"))
    #expect(outcome.output.contains("a.md:7:7: error: broken: "))
  }
}
