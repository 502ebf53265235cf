import HTTP
import Testing

@testable import PageInspection

/// What fragments ask of pages.
@Suite struct FragmentTests {
  static func target(_ fragment: String, _ place: String) throws -> FragmentTarget {
    FragmentTarget(fragment, at: try WebAddress("https://" + place))
  }

  @Test(arguments: [
    ("L10", "github.com"), ("L10-L20", "github.com"), ("L1C2-L3C4", "github.com"), ("issuecomment-12", "github.com"),
    ("event-9", "github.com/a/b/issues/7"), ("anything", "github.com/a/b/pull/7/files"),
    ("ref-commit-12", "github.com/a"), ("anything", "github.com/a/b/releases"),
    ("usage", "code.example/team/tool/-/blob/main/README.md"), ("L1-L5", "forge.example/a/b/src/branch/main/x.py"),
    ("usage", "codeberg.org/a/b/src/tag/v1/README.md"), ("L3", "git.example/a/b/src/commit/0a1b/x.c"),
    ("readme", "gitlab.com"), ("t=10", "a.example"), ("TOP", "a.example"), ("readme", "github.com"),
    ("MIT-1-ov-file", "github.com"), ("x", "gitlab.gnome.org"), ("gid=0", "docs.google.com"), ("page=2", "a.example"),
    ("A-Title", "github.com/a/b/blob/main/x.ipynb"), ("issuecomment-3", "forgejo.example/a/b/pulls/1"),
    ("operation/list", "api.example"), ("heading=h.1x", "docs.google.com"),
  ])
  func fragmentsForScriptsAreNotChecked(fragment: String, place: String) throws {
    #expect(try Self.target(fragment, place) == .nothing)
  }

  @Test(arguments: [
    ("readme", "a.example"), ("x", "a.gitlab.io"), ("x", "docs.gitlab.com"), ("L10", "a.example"),
    ("usage", "github.com/a/b"), ("usage", "github.com/a/b/blob/main/x.md"), ("usage", "a.example/src/main/x"),
    ("usage", "a.example/a-b"), ("event-9", "a.example/a"), ("usage", "a.example/x?/-/"),
  ])
  func otherFragmentsAreChecked(fragment: String, place: String) throws {
    #expect(try Self.target(fragment, place) != .nothing)
  }

  /// A page that names itself GitLab, one that is only there for a script, one without any id, and one with others.
  @Test(arguments: [
    ("<meta property='og:site_name' content='GitLab'><p id=a>", FragmentResult.fine),
    ("<p id=root></p><script src=/app.js></script>", .unknown("scripts build the page")),
    ("<p id=root></p><script>start()</script>", .missing), ("<p id=a>Text", .missing), ("<a name=a>Text</a>", .missing),
    ("<p>Text", .unknown("no element of the page has an id")),
  ])
  func aMissingFragmentIsCertainOnlyWhereThePageIsWhole(html: String, result: FragmentResult) throws {
    let page = try PageTests.page(Array("<title>x</title>\(html)".utf8), wanted: ["part"], piece: 500)
    #expect(FragmentResult(try Self.target("part", "a.example"), in: page, .complete) == result)
    let long = "<p id=a>" + String(repeating: "Many words. ", count: 100) + "<script src=/x.js></script>"
    let whole = try PageTests.page(Array(long.utf8), wanted: ["part"], piece: 500)
    #expect(FragmentResult(try Self.target("part", "a.example"), in: whole, .complete) == .missing)
  }

  @Test func githubsOwnDataIsSearched() throws {
    let html =
      "<title>x</title><script type=application/json>{\"toc\":[{\"level\":1,\"anchor\":\"installation\"}]}</script>"
    let bytes = Array((html + String(repeating: "<p>y", count: 400)).utf8)
    let page = try PageTests.page(bytes, wanted: ["installation"], piece: 50, url: "https://github.com/a/b")
    #expect(page?.anchors == ["installation"])
    let own = #"<title>x</title><script>{"html":"<h2 id=\"user-content-use\">"}</script>"#
    for piece in [1, 20, 2000] {
      let bytes = Array((own + String(repeating: "<p>y", count: 400)).utf8)
      let wanted = ["use", "user-content-use", "us", "user-content-"]
      let page = try PageTests.page(bytes, wanted: wanted, piece: piece, url: "https://github.com/a/b")
      #expect(page?.anchors == ["use", "user-content-use"])
    }
    #expect(try PageTests.page(bytes, wanted: ["installation"], piece: 50)?.anchors == [])
  }

  /// One search for each would take minutes on the event loop.
  @Test(.timeLimit(.minutes(20))) func thousandsOfFragmentsAreFoundInOnePass() throws {
    let names = (0..<4000).map { "missing-part-\($0)" } + ["last", "final"]
    let text = String(
      repeating: "## Heading\n\nSome text with id= and \"name\" in it, <a data-id=\"last\">\n\n", count: 7000)
    let markdown = Array((text + "## Last\n\n<a class=\"x\" id='final'></a>\n").utf8)
    let file = try PageTests.page(markdown, "text/markdown", wanted: names, piece: 16_384)
    #expect(file?.anchors == ["last", "final"])
    let script = String(repeating: "{\"anchor\":\"one\",\"text\":\"user-content\"},", count: 50_000)
    let html = Array("<title>x</title><script>\(script){\"anchor\":\"final\"}</script>".utf8)
    let page = try PageTests.page(html, wanted: names, piece: 16_384, url: "https://github.com/a/b")
    #expect(page?.anchors == ["final"])
  }
}
