import Foundation
import TestSupport
import Testing

/// What a night need not request, or not read.
@Suite struct FreshTests {
  private static let local = [
    "--allow-address", "127.0.0.0/8", "--retries", "0", "--timeout", "600", "--control-name", "localhost",
  ]

  private func sandbox(_ server: WebServer, _ paths: [String]) throws -> Sandbox {
    try Sandbox(["a.md": "# List\n\n## Things\n\n" + paths.map { "- [\($0)](\(server.url($0))) - Text.\n" }.joined()])
  }

  /// The night with a number, from the 1st of January 2027 on.
  private func night(_ sandbox: Sandbox, _ number: Int, _ more: String...) throws -> Sandbox.Outcome {
    try sandbox.run(
      ["check-links", "a.md", "--state", "s.jsonl"] + more + Self.local,
      environment: ["SOURCE_DATE_EPOCH": "\(1_798_761_600 + number * 86_400)"])
  }

  @Test func linksThatAreFineForLongAreRequestedOnceInTheTime() throws {
    let server = try WebServer { $0.target == "/bad" ? .status(503) : .ok }
    let paths = (0..<30).map { "/\($0)" }
    let sandbox = try sandbox(server, paths + ["/bad"])
    for number in [0, 30] { #expect(try night(sandbox, number, "--fresh", "72h").status == 0) }
    var seen: [Set<String>] = []
    for number in 31...33 {
      let before = server.requests.count
      let outcome = try night(sandbox, number, "--fresh", "72h")
      let requested = server.requests[before...].map(\.target)
      #expect(requested.contains("/bad"))
      seen.append(Set(requested).subtracting(["/bad"]))
      #expect(outcome.output.contains("\(30 - seen.last!.count) links not requested: fine for 30 days, and within 3d"))
      #expect(outcome.output.contains("30 ok, 1 transient"))
    }
    #expect(seen.allSatisfy { $0.count > 1 && $0.count < 25 })
    #expect(seen.reduce(into: Set()) { $0.formUnion($1) } == Set(paths))
    #expect(try sandbox.read("s.jsonl.nights.jsonl").contains("\"fresh\":"))
    // Without the cache every link is checked.
    try FileManager.default.removeItem(atPath: sandbox.url("s.jsonl.cache.jsonl").path)
    let before = server.requests.count
    #expect(try night(sandbox, 34, "--fresh", "72h").status == 0)
    #expect(Set(server.requests[before...].map(\.target)).count == 31)
  }

  @Test func aPageThatHasNotChangedIsNotReadAgain() throws {
    let server = try WebServer { request in
      if request.target == "/tag", request.header("if-none-match") == "\"one\"" { return .status(304) }
      if request.target == "/date", request.header("if-modified-since") == "Tue, 01 Dec 2026 00:00:00 GMT" {
        return .status(304)
      }
      if request.target == "/moved" { return .redirect(301, to: "/tag") }
      let date = ("Last-Modified", "Tue, 01 Dec 2026 00:00:00 GMT")
      let version = request.target == "/date" ? date : ("ETag", "\"one\"")
      let body = "<title>Fine</title><p id=part>All is well.</p>"
      return .status(200, [("Content-Type", "text/html"), version], body: body)
    }
    let sandbox = try sandbox(server, ["/tag", "/date", "/other#part", "/moved"])
    #expect(try night(sandbox, 0).status == 0)
    let before = server.requests.count
    let second = try night(sandbox, 1)
    #expect(second.output.contains("3 ok, 1 moved"), "\(second.output)")
    let conditional = server.requests[before...].filter {
      $0.header("if-none-match") != nil || $0.header("if-modified-since") != nil
    }
    // A page with a fragment must be read, and a version says nothing of what a redirect leads to.
    #expect(Set(conditional.map(\.target)) == ["/tag", "/date"])
    // The version is still known after a 304.
    let third = server.requests.count
    _ = try night(sandbox, 2)
    #expect(server.requests[third...].contains { $0.header("if-none-match") == "\"one\"" })
  }

  @Test func theLastDayOnWhichALinkWasFineIsKnown() throws {
    let server = try WebServer { request in
      request.header("if-none-match") == nil ? .status(200, [("ETag", "\"one\"")]) : .status(404)
    }
    let sandbox = try sandbox(server, ["/a"])
    for number in [0, 1] { _ = try night(sandbox, number) }
    #expect(try sandbox.read("s.jsonl").contains("\"ok\":\"2027-01-01\""))
  }

  @Test func aDamagedCacheIsNamed() throws {
    let server = try WebServer { _ in .ok }
    let sandbox = try sandbox(server, ["/a"])
    try sandbox.write("{\"awesome\":\"cache\",\"version\":1}\n<<<<\n", to: "s.jsonl.cache.jsonl")
    let outcome = try night(sandbox, 0)
    #expect(
      outcome.status == 0 && outcome.errors.contains("s.jsonl.cache.jsonl:2: not a line of a cache; it is not used"))
  }

  @Test(arguments: [
    ["--fresh", "72h"], ["--state", "s.jsonl", "--fresh", "1d"], ["--state", "s.jsonl", "--fresh", "x"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) throws {
    #expect(try Sandbox(["a.md": "# A\n"]).run(["check-links", "a.md"] + arguments).status == 2)
  }
}
