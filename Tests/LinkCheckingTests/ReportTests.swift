import LinkChecking
import Source
import TestSupport
import Testing

@Suite struct ReportTests {
  @Test func theJSONMatchesItsGolden() throws {
    let places = [
      LinkOccurrence(file: "a/b\".md", location: SourceLocation(line: 3, column: 9), range: SourceRange(20, 40)),
      LinkOccurrence(file: "c.md", location: SourceLocation(line: 1, column: 1), range: SourceRange(0, 20)),
    ]
    let report = CheckReport(links: [
      CheckedLink(
        url: "https://example.org/\u{1B}[31m\u{9B}\u{2028}/\u{1F600}\"\\\n", verdict: .moved,
        reason: "permanently redirected",
        status: 200,
        hops: [Hop(url: "https://example.org/", status: 301), Hop(url: "https://example.com/", status: nil)],
        target: "https://example.com/", attempts: 1, occurrences: places),
      CheckedLink(url: "mailto:x", verdict: .unchecked),
    ])
    try Golden.check(report.json(), "report.json")
    try Golden.check(CheckReport(links: []).json(), "empty-report.json")
  }

  @Test func linksAreReportedInFileOrder() async {
    func link(_ url: String, _ places: [(String, Int)]) -> LinkToCheck {
      LinkToCheck(
        url: url,
        occurrences: places.map {
          LinkOccurrence(file: $0, location: SourceLocation(line: 1, column: $1), range: SourceRange($1, $1 + 1))
        })
    }
    let links = [
      link("x:1", [("z.md", 50)]), link("x:2", [("z.md", 10), ("a.md", 5)]), link("x:3", [("a.md", 1)]),
      link("x:4", []), link("x:1", [("z.md", 1)]),
    ]
    var options = CheckOptions()
    options.isOffline = true
    let report = await Loopback.checker(options).check(links)
    #expect(report.links.map(\.url) == ["x:1", "x:2", "x:3", "x:4"])
    #expect(report.links[0].occurrences.map(\.range.lowerBound) == [1, 50])
  }

  /// A link that a comment excludes on one line may be checked on another.
  @Test func aDecidedLinkIsReportedBetweenTheOthers() async throws {
    let server = try WebServer { _ in .ok }
    func link(_ url: String, at place: Int, _ decision: LinkDecision? = nil) -> LinkToCheck {
      let occurrence = LinkOccurrence(
        file: "a.md", location: SourceLocation(line: 1, column: place), range: SourceRange(place, place + 1))
      return LinkToCheck(url: url, occurrences: [occurrence], decision: decision)
    }
    let missing = LinkDecision(.gone, "the file does not exist")
    let links = [
      link(server.url("/x"), at: 9), link("b.md", at: 7, missing),
      link(server.url("/x"), at: 5, LinkDecision(.excluded)),
      link(server.url("/x"), at: 3), link("b.md", at: 1, missing), link("file:///c.md", at: 11, LinkDecision(.ok)),
    ]
    let report = await Loopback.checker(Loopback.options()).check(links)
    #expect(report.links.map(\.verdict) == [.gone, .ok, .excluded, .gone, .ok])
    #expect(report.links.map(\.occurrences.count) == [1, 2, 1, 1, 1])
    #expect(report.links.map(\.reason) == [missing.reason, nil, nil, missing.reason, nil])
    #expect(server.requests.count == 1)
  }
}
