import Foundation
import TestSupport
import Testing

/// Runs on many nights, with the memory of a state.
@Suite struct NightlyTests {
  private static let local = [
    "--allow-address", "127.0.0.0/8", "--retries", "0", "--timeout", "600", "--control-name", "localhost",
  ]

  /// A list with links to these paths of a server.
  private func list(_ server: WebServer, _ paths: [String]) -> String {
    "# List\n\n## Things\n\n" + paths.map { "- [\($0)](\(server.url($0))) - Text.\n" }.joined()
  }

  private func run(_ sandbox: Sandbox, on date: String, _ arguments: [String]) throws -> Sandbox.Outcome {
    try sandbox.run(
      ["check-links", "a.md", "--format", "concise"] + arguments + Self.local,
      environment: ["SOURCE_DATE_EPOCH": "\(Self.seconds(date))"])
  }

  private func night(_ sandbox: Sandbox, _ date: String, _ more: String...) throws -> Sandbox.Outcome {
    try run(sandbox, on: date, ["--state", "s.jsonl"] + more)
  }

  private static func seconds(_ date: String) -> Int {
    let format = ISO8601DateFormatter()
    format.formatOptions = .withFullDate
    return Int(format.date(from: date)?.timeIntervalSince1970 ?? 0)
  }

  private func server() throws -> WebServer {
    try WebServer { request in
      if request.target.hasPrefix("/gone") { return .status(404) }
      if request.target.hasPrefix("/bad") { return .status(503) }
      return .ok
    }
  }

  @Test func aFailureIsANoteUntilItLasts() throws {
    let server = try server()
    let sandbox = try Sandbox(["a.md": list(server, ["/ok", "/gone", "/bad"])])
    let first = try night(sandbox, "2027-02-27")
    #expect(
      first.status == 0 && first.output.contains("note link-gone") && first.output.contains("watched: night 1 of 2"))
    #expect(try night(sandbox, "2027-02-28").status == 0)
    let third = try night(sandbox, "2027-03-01")
    #expect(third.status == 1 && third.output.contains("error link-gone"))
    #expect(third.output.contains("404 Not Found; on 3 nights since 2027-02-27"))
    #expect(third.output.contains("note link-transient") && third.output.contains("watched: night 3 of 7"))
    #expect(
      try sandbox.read("s.jsonl") == """
        {"awesome":"links","version":1,"nights":["2027-02-27","2027-02-28","2027-03-01"]}
        {"url":"\(server.url("/bad"))","failed":{"transient":["2027-02-27","2027-02-28","2027-03-01"]},"since":"2027-02-27","ok":null,"verdict":"transient","status":503,"reason":"503 Service Unavailable","outage":0}
        {"url":"\(server.url("/gone"))","failed":{"gone":["2027-02-27","2027-02-28","2027-03-01"]},"since":"2027-02-27","ok":null,"verdict":"gone","status":404,"reason":"404 Not Found","outage":0}

        """)
    let log = try sandbox.read("s.jsonl.nights.jsonl").split(separator: "\n")
    #expect(log.count == 3 && log.allSatisfy { $0.contains("\"trusted\":true") && $0.contains("\"links\":3,\"ok\":1") })
    #expect(!FileManager.default.fileExists(atPath: sandbox.url("s.jsonl.run.jsonl").path))
  }

  @Test func aFailureThatTheFoldIgnoresIsANote() throws {
    let server = try WebServer { request in request.target.hasPrefix("/ok") ? .ok : .status(404) }
    let link = { (path: String) in "# A\n\n- [A](http://a.example/page) - Text.\n- [B](\(server.url(path))) - Text.\n" }
    let sandbox = try Sandbox(["a.md": link("/ok")])
    func check(_ target: String, on date: String) throws -> Sandbox.Outcome {
      try night(sandbox, date, "--remap", "http://a.example/=\(server.url(target))")
    }
    // The page fails, heals on the next day, and fails again on the same one.
    #expect(try check("/gone/", on: "2027-02-27").status == 0)
    #expect(try check("/ok/", on: "2027-02-28").status == 0)
    let state = try sandbox.read("s.jsonl")
    let again = try check("/gone/", on: "2027-02-28")
    #expect(again.status == 0 && again.output.contains("note link-gone"), "\(again.output)")
    #expect(again.output.contains("404 Not Found; watched: this run does not count"))
    #expect(try sandbox.read("s.jsonl") == state)
    // Before the last night, a link without a line was fine later, or is new.
    try sandbox.write(link("/none"), to: "a.md")
    let late = try check("/ok/", on: "2027-02-20")
    #expect(late.status == 0 && late.output.contains("note link-gone"), "\(late.output)")
    // What needs no request fails at once all the same.
    try sandbox.write("# A\n\n- [A](none.md) - Text.\n- [B](\(server.url("/ok"))) - Text.\n", to: "a.md")
    let path = try night(sandbox, "2027-03-01")
    #expect(path.status == 1 && path.output.contains("error link-gone none.md"), "\(path.output)")
  }

  @Test func theConfigurationSetsTheNights() throws {
    let server = try server()
    let sandbox = try Sandbox([
      "a.md": list(server, ["/gone"]), ".awesome.yml": "check-links: {history: {gone: 1}}\n",
    ])
    #expect(try night(sandbox, "2027-02-27").status == 1)
    try sandbox.write("check-links: {history: {gone: 31}}\n", to: ".awesome.yml")
    #expect(try night(sandbox, "2027-02-28").errors.contains("`check-links.history.gone` must be a whole number"))
  }

  @Test func aHostThatIsDownIsOneFinding() throws {
    let server = try server()
    let sandbox = try Sandbox([
      "a.md": list(server, ["/bad1", "/bad2", "/bad3"]), ".awesome.yml": "check-links: {history: {transient: 1}}\n",
    ])
    let down = try night(sandbox, "2027-02-27")
    #expect(down.status == 1 && down.output.matches(of: /link-transient/).count == 1)
    #expect(down.output.contains("so do all 3 links to 127.0.0.1"))
    try sandbox.write(list(server, ["/bad1", "/bad2", "/ok"]), to: "a.md")
    #expect(try night(sandbox, "2027-02-28").output.matches(of: /link-transient/).count == 2)
  }

  @Test func aNightThatIsNotTrustedChangesNothing() throws {
    let server = try WebServer { request in request.target.hasPrefix("/down") ? .status(500) : .ok }
    let paths = (1...20).map { "/down\($0)" }
    let sandbox = try Sandbox(["a.md": list(server, paths.map { "/up" + $0 })])
    #expect(try night(sandbox, "2027-02-27").status == 0)
    let state = try sandbox.read("s.jsonl")
    try sandbox.write(list(server, paths), to: "a.md")
    let bad = try night(sandbox, "2027-02-28")
    #expect(bad.status == 3)
    #expect(
      bad.errors.contains(
        "s.jsonl: the night of 2027-02-28 is not trusted: 20 of 20 links that were fine failed at once; the state stays"
      ))
    #expect(try sandbox.read("s.jsonl") == state)
    #expect(try sandbox.read("s.jsonl.nights.jsonl").contains("\"date\":\"2027-02-28\",\"trusted\":false"))
  }

  @Test func withoutANetworkThereIsNoNight() throws {
    let sandbox = try Sandbox(["a.md": "# A\n\n- [A](http://no-such-name.invalid/) - Text.\n"])
    let outcome = try sandbox.run(
      "check-links", "a.md", "--state", "s.jsonl", "--retries", "0", "--control-name", "neither.invalid")
    #expect(outcome.status == 3 && !FileManager.default.fileExists(atPath: sandbox.url("s.jsonl").path))
    // A run of addresses needs no names.
    try sandbox.write("# A\n\n- [A](http://127.0.0.1:1/) - Text.\n", to: "a.md")
    let addresses = try sandbox.run(
      "check-links", "a.md", "--state", "s.jsonl", "--retries", "0", "--control-name", "neither.invalid",
      "--allow-address", "127.0.0.0/8")
    #expect(addresses.status == 0, "\(addresses.errors)")
  }

  @Test func aRunThatWasKilledIsContinued() throws {
    let server = try server()
    let sandbox = try Sandbox(["a.md": list(server, ["/ok", "/gone", "/bad", "/fine"])])
    #expect(try run(sandbox, on: "2027-02-27", ["--outcomes", "all.jsonl"]).status == 0)
    let lines = try sandbox.read("all.jsonl").split(separator: "\n").map(String.init)
    #expect(
      lines.count == 4 && lines.allSatisfy { $0.hasPrefix("{\"url\":\"") && $0.contains("\"date\":\"2027-02-27\"") })
    #expect(try sandbox.run("history", "fold", "--state", "whole.jsonl", "all.jsonl").status == 0)
    let before = server.requests.count
    try sandbox.write(lines[0] + "\n" + lines[1] + "\n" + lines[2].dropLast(9), to: "s.jsonl.run.jsonl")
    // After midnight it is the same night.
    let resumed = try night(sandbox, "2027-02-28", "--resume")
    #expect(resumed.status == 0 && resumed.output.contains("2 ok, 1 gone, 1 transient"), "\(resumed.output)")
    let requested = server.requests.dropFirst(before).map(\.target)
    for line in lines[..<2] { #expect(!requested.contains { line.contains("\($0)\",\"date\"") }) }
    #expect(try sandbox.read("s.jsonl") == sandbox.read("whole.jsonl"))
    // Without a run to continue it is an ordinary one.
    #expect(try night(sandbox, "2027-02-28", "--resume").status == 0)
  }

  @Test func shardsGiveWhatOneRunGives() throws {
    let server = try server()
    let hosts = (1...9).map { "http://h\($0).example/" }
    let text = hosts.map { "- [A](\($0)ok) - Text.\n- [B](\($0)\($0.contains("4") ? "gone" : "bad")) - Text.\n" }
      .joined()
    let sandbox = try Sandbox(["a.md": "# A\n\n" + text])
    let maps = hosts.flatMap { ["--remap", "\($0)=\(server.url("/"))"] }
    #expect(try run(sandbox, on: "2027-02-27", ["--state", "whole.jsonl"] + maps).status == 0)
    for shard in 1...3 {
      let arguments = ["--outcomes", "\(shard).jsonl", "--shard", "\(shard)/3"] + maps
      #expect(try run(sandbox, on: "2027-02-27", arguments).status == 0)
    }
    let parts = try (1...3).map { try sandbox.read("\($0).jsonl").split(separator: "\n").count }
    #expect(parts.reduce(0, +) == 18 && parts.allSatisfy { $0 % 2 == 0 })
    #expect(try sandbox.run("history", "fold", "--state", "s.jsonl", "3.jsonl", "1.jsonl", "2.jsonl").status == 0)
    #expect(try sandbox.read("s.jsonl") == sandbox.read("whole.jsonl"))
    let piped = try sandbox.run(
      ["history", "fold", "--state", "t.jsonl", "-"],
      input: (1...3).map { try sandbox.read("\($0).jsonl") }.joined())
    #expect(try piped.status == 0 && sandbox.read("t.jsonl") == sandbox.read("whole.jsonl"))
    // From the environment; a shard without links has an empty file.
    let auto = try sandbox.run(
      ["check-links", "a.md", "--outcomes", "x.jsonl", "--shard", "auto/5000"] + Self.local,
      environment: ["JOB_COMPLETION_INDEX": "4998"])
    #expect(try auto.status == 0 && sandbox.read("x.jsonl").isEmpty, "\(auto.errors)")
    #expect(try run(sandbox, on: "2027-02-27", ["--outcomes", "x.jsonl", "--shard", "auto"]).status == 2)
  }

  @Test func newLinksFailAtOnce() throws {
    let server = try server()
    let old = list(server, ["/ok"])
    let sandbox = try Sandbox(["a.md": old])
    let identity = "-c user.name=t -c user.email=t@t.example"
    try #require(try sandbox.runShell("git init -q && git add . && git \(identity) commit -qm one").status == 0)
    try sandbox.write(old + "- [C](\(server.url("/gone"))) - D.\n", to: "a.md")
    let outcome = try night(sandbox, "2027-02-27", "--since", "HEAD")
    #expect(outcome.status == 1 && outcome.output.contains("error link-gone"))
    #expect(!FileManager.default.fileExists(atPath: sandbox.url("s.jsonl").path))
  }

  @Test func onlyOneRunHasAState() throws {
    let sandbox = try Sandbox(["a.md": "# A\n"])
    let file = open(sandbox.url("s.jsonl.lock").path, O_CREAT | O_RDWR, 0o600)
    defer { close(file) }
    try #require(file >= 0 && flock(file, LOCK_EX) == 0)
    let outcome = try night(sandbox, "2027-02-27")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasSuffix("awesome: s.jsonl: another run uses this state; wait until it ends\n"))
  }

  @Test(arguments: [
    ["--resume"], ["--state", "s.jsonl", "--shard", "1/2"],
    ["--outcomes", "o.jsonl", "--shard", "0/2"], ["--outcomes", "o.jsonl", "--shard", "3/2"],
    ["--state", "missing/s.jsonl"],
  ])
  func wrongOptionsAreRefused(arguments: [String]) throws {
    #expect(try run(Sandbox(["a.md": "# A\n"]), on: "2027-02-27", arguments).status == 2)
  }

  @Test func anotherFileIsNoState() throws {
    let sandbox = try Sandbox([
      "a.md": "# A\n\n- [A](https://a.example/) - Text.\n",
      "new.jsonl": "{\"awesome\":\"links\",\"version\":2,\"nights\":[]}\n",
    ])
    let list = try run(sandbox, on: "2027-02-27", ["--state", "a.md"])
    #expect(list.status == 2 && list.errors.contains("a.md: this is not a state of links; name the file that"))
    let newer = try sandbox.run("history", "report", "--state", "new.jsonl")
    #expect(newer.status == 2 && newer.errors.contains("new.jsonl: this state has version 2"))
    #expect(try sandbox.run("history", "show", "--state", "no.jsonl", "https://a.example/").status == 2)
    #expect(try sandbox.read("a.md").hasPrefix("# A\n"))
  }
}
