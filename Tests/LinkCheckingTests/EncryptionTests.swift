import HTTP
import Testing

@testable import LinkChecking
@testable import PageInspection

/// Addresses without encryption, each compared with the same address with it.
@Suite struct EncryptionTests {
  /// The result for one address, and the addresses that were requested.
  private func check(
    _ url: String, compares: Bool = true, web: (String) -> Outcome
  ) throws -> (result: JobResult?, requests: [String]) {
    var options = SchedulerOptions()
    options.comparesHTTPS = compares
    options.secondPass = nil
    options.host.method = .head
    let run = try VirtualRun([url], options) { request, _ in (.zero, web(request.address.url)) }
    // A comparison needs the bodies.
    #expect(run.requests.allSatisfy { $0.method == .get } == (compares && url.hasPrefix("http:")))
    return (run.scheduler.results.first ?? nil, run.requests.map(\.address.url))
  }

  private func page(_ text: String) -> Outcome {
    .answered(
      JobTests.response { page in
        page.title = text
        page.text = String(repeating: text + " in many words. ", count: 20)
      })
  }

  private func body(_ text: String) -> Outcome { .answered(Response(status: 200, body: Array(text.utf8))) }

  @Test func theSamePageWithEncryptionIsTheTarget() throws {
    let found = try check("http://a.example/x?y=1") { _ in page("Tea") }
    #expect(found.result?.verdict == .ok && found.result?.target?.url == "https://a.example/x?y=1")
    #expect(found.requests == ["http://a.example/x?y=1", "https://a.example/x?y=1"])
    #expect(try check("http://a.example/x.pdf") { _ in body("%PDF") }.result?.target?.url == "https://a.example/x.pdf")
  }

  @Test func anotherPageOrNoneIsNotTheTarget() throws {
    let others: [Outcome] = [
      page("Coffee"), body("%PDF"), VirtualRun.answer(404),
      VirtualRun.answer(301, [("Location", "http://a.example/x")]),
      .failed(.answerTimeout), .failed(.connectionRefused), VirtualRun.answer(429), VirtualRun.answer(503),
    ]
    for other in others {
      let found = try check("http://a.example/x") { $0.hasPrefix("https:") ? other : page("Tea") }
      #expect(found.result?.verdict == .ok && found.result?.target == nil, "\(other)")
      #expect(found.requests.count == 2, "\(other)")
    }
  }

  @Test(arguments: ["https://a.example/x", "http://a.example:8080/x", "http://a.example/away", "http://a.example/gone"])
  func onlyAPageThatIsFineAsItIsWrittenIsCompared(url: String) throws {
    let found = try check(url) { url in
      if url.hasSuffix("/away") { return VirtualRun.answer(302, [("Location", "http://a.example/x")]) }
      return url.hasSuffix("/gone") ? VirtualRun.answer(404) : page("Tea")
    }
    #expect(found.result?.target == nil && !found.requests.dropFirst().contains { $0.hasPrefix("https:") })
  }

  @Test func nothingIsComparedUnasked() throws {
    #expect(try check("http://a.example/x", compares: false) { _ in page("Tea") }.requests == ["http://a.example/x"])
  }

  @Test func aLinkKeepsItsFragment() async throws {
    var options = CheckOptions()
    options.scheduler.comparesHTTPS = true
    let plan = LinkPlan([LinkToCheck(url: "http://a.example/x#part")], options: options)
    let result = JobResult(
      verdict: .ok, reason: nil, status: 200, hops: [], target: try WebAddress("https://a.example/x"),
      keepsFragment: true,
      attempts: 1, fragments: [:])
    let report = plan.report([result], ending: .complete, hosts: [])
    #expect(report.links.first?.target == "https://a.example/x#part")
  }
}
