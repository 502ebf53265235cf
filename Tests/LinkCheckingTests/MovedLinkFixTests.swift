import Source
import Testing

@testable import LinkChecking

@Suite struct MovedLinkFixTests {
  static func moved(_ url: String, to target: String, at offsets: [Int] = [0], file: String = "a.md") -> CheckedLink {
    CheckedLink(
      url: url, verdict: .moved, target: target,
      occurrences: offsets.map {
        LinkOccurrence(
          file: file, location: SourceLocation(line: 1, column: 1), range: SourceRange($0, $0 + url.utf8.count))
      })
  }

  @Test func everyOccurrenceIsRewrittenAndNothingElse() {
    let report = CheckReport(links: [
      Self.moved("http://a.org/x", to: "https://a.org/x", at: [40, 5]),
      Self.moved("http://b.org/", to: "https://b.org/(1)", file: "b.md"),
      CheckedLink(url: "http://c.org/", verdict: .ok, target: "https://c.org/"),
    ])
    #expect(
      MovedLinkFix.edits(for: report) == [
        "a.md": [Edit(SourceRange(5, 19), "https://a.org/x"), Edit(SourceRange(40, 54), "https://a.org/x")],
        "b.md": [Edit(SourceRange(0, 13), "https://b.org/%281%29")],
      ])
  }

  @Test(arguments: [
    "https://a.org/login", "https://login.a.org/", "https://a.org/users/sign_in", "https://a.org/consent?x=1",
    "https://a.org/x?PHPSESSID=1", "https://a.org/x;jsessionid=1", "https://a.org/y?return_to=/x",
    "http://a.org/en-us/x",
    "http://a.org/de/x", "https://a.org/en/other/y", "https://a.org/x?hl=de", "https://de.a.org/x",
    "https://learn.a.org/en-us/x", "https://a.org/x?lang=en&y", "https://a.org/(S(lit3py55t21z5v55vlm25s55))/x",
    "https://a.org/session/new", "https://sso.a.org/x?redirect_uri=y", "https://[2606:4700::1]/x",
    "https://a.org/x?key=***&y=1", "https://a.org/***/x",
  ])
  func loginSessionAndLanguageTargetsAreNotWritten(target: String) {
    #expect(MovedLinkFix.edits(for: CheckReport(links: [Self.moved("http://a.org/x", to: target)])).isEmpty)
  }

  @Test(
    arguments: [
      ("https://a.org/a_(b)", "https://a.org/a_%28b%29"), ("https://a.org/a;b=c", "https://a.org/a;b=c"),
      ("https://a.org/?a=1&b=2;c", "https://a.org/?a=1&b=2;c"), ("https://a.org/?a&lt;b", "https://a.org/?a&amp;lt;b"),
      ("https://a.org/x.", "https://a.org/x%2E"), ("https://a.org/it's|*x*", "https://a.org/it%27s%7C%2Ax%2A"),
    ])
  func charactersThatEndAnAddressAreEncoded(target: String, written: String) {
    #expect(MovedLinkFix.destination(target) == written)
  }

  @Test(arguments: [
    "https://a.org/blogin", "https://a.org/author/x", "https://b.org/x", "http://a.org/x/", "https://a.org/ux",
    "https://a.org/go/x", "https://a.org/docs/oauth", "https://github.com/x/login", "https://a.org/how-to-log-in",
  ])
  func otherTargetsAreWritten(target: String) {
    #expect(!MovedLinkFix.edits(for: CheckReport(links: [Self.moved("http://a.org/x", to: target)])).isEmpty)
  }

  /// A password in the path, as of an archived URL, is a part of the address, but is not shown.
  @Test func aPasswordIsWrittenButNeverShown() {
    let (old, new) = ("http://a.org/2020/https://me:s3cret@b.org/", "https://a.org/2020/https://me:s3cret@b.org/")
    var link = Self.moved(old, to: new)
    link.hops = [Hop(url: old, status: 301), Hop(url: new, status: 200)]
    link.reason = "it is “\(new)”"
    let report = CheckReport(links: [link])
    #expect(MovedLinkFix.edits(for: report)["a.md"]?.map(\.replacement) == [new])
    #expect(link.url == "http://a.org/2020/https://***@b.org/")
    #expect(link.shownTarget == "https://a.org/2020/https://***@b.org/")
    #expect(report.json().contains("https://***@b.org/") && !report.json().contains("s3cret"))
    // In the list already, but for what is hidden.
    let both = CheckReport(links: [link, CheckedLink(url: new, verdict: .ok, occurrences: link.occurrences)])
    #expect(MovedLinkFix.edits(for: both).isEmpty)
  }

  @Test(arguments: [
    ("http://me:s3cret@a.org/x", "https://a.org/x"), ("//me@a.org/x", "https://a.org/x"),
    ("http://a.org/x", "https://a.org/https://***@b.org/"), ("http://a.org/x", "https://a.org/x?key=***"),
  ])
  func aHiddenPartIsNotWritten(url: String, target: String) {
    #expect(MovedLinkFix.edits(for: CheckReport(links: [Self.moved(url, to: target)])).isEmpty)
  }

  @Test func aTargetThatTheListHasIsNotWritten() {
    let report = CheckReport(links: [
      Self.moved("http://a.org/x", to: "https://a.org/x"), CheckedLink.inFile("https://a.org/x", "a.md", at: 90),
    ])
    #expect(MovedLinkFix.edits(for: report).isEmpty)
  }

  @Test func twoLinksWithOneTargetStayDifferent() {
    let report = CheckReport(links: [
      Self.moved("http://a.org/x", to: "https://a.org/z"),
      Self.moved("http://a.org/y", to: "https://a.org/z", at: [100]),
    ])
    #expect(MovedLinkFix.edits(for: report)["a.md"]?.map(\.range.lowerBound) == [0])
  }

  @Test(arguments: [
    ("http://a.org/en/x", "https://a.org/en/x"), ("http://a.org/flask-login", "https://a.org/flask-login"),
    ("http://a.org/login", "https://a.org/login"), ("http://a.org/x?next=2", "https://a.org/x?next=2"),
  ])
  func aSessionInTheLinkItselfIsAllowed(url: String, target: String) {
    #expect(MovedLinkFix.edits(for: CheckReport(links: [Self.moved(url, to: target)]))["a.md"]?.count == 1)
  }

  @Test func theTargetIsFoundInAnotherSpelling() {
    let report = CheckReport(links: [
      Self.moved("http://a.org/x", to: "https://a.org/"), CheckedLink.inFile("https://A.org", "a.md", at: 90),
    ])
    #expect(MovedLinkFix.edits(for: report).isEmpty)
  }

  @Test func theLinkIsFoundInAnotherSpelling() {
    let report = CheckReport(links: [
      Self.moved("http://a.org", to: "https://a.org/"), Self.moved("http://a.org/", to: "https://a.org/", at: [50]),
    ])
    #expect(MovedLinkFix.edits(for: report)["a.md"]?.map(\.range.lowerBound) == [0, 50])
  }

  @Test func eachFileIsASeparateList() {
    let report = CheckReport(links: [
      Self.moved("http://a.org/x", to: "https://a.org/x"), CheckedLink.inFile("https://a.org/x", "b.md", at: 0),
    ])
    #expect(MovedLinkFix.edits(for: report)["a.md"]?.count == 1)
  }

  @Test func anUnknownPlaceIsNotEdited() {
    var link = Self.moved("http://a.org/x", to: "https://a.org/x", at: [])
    link.occurrences = [
      LinkOccurrence(file: "a.md", location: SourceLocation(line: 1, column: 1), range: SourceRange(7, 7))
    ]
    #expect(MovedLinkFix.edits(for: CheckReport(links: [link]))["a.md"]?.isEmpty != false)
  }
}

extension CheckedLink {
  /// A link of a file that is fine.
  fileprivate static func inFile(_ url: String, _ file: String, at offset: Int) -> CheckedLink {
    CheckedLink(
      url: url, verdict: .ok,
      occurrences: [
        LinkOccurrence(
          file: file, location: SourceLocation(line: 1, column: 1), range: SourceRange(offset, offset + url.utf8.count))
      ])
  }
}
