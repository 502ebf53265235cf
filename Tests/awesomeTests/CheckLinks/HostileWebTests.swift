import Foundation
import TestSupport
import Testing

/// A list from a stranger with links to a stranger's server, and what of both must not reach the report or the network.
@Suite struct HostileWebTests {
  private static let local = [
    "--allow-address", "127.0.0.0/8", "--retries", "0", "--timeout", "600", "--control-name", "localhost",
  ]
  private static let html = [("Content-Type", "text/html")]

  private func run(_ format: String) throws -> Sandbox.Outcome {
    let server = try WebServer { _ in
      .status(
        200, Self.html, body: "<title>\r\n::error::Page not found | \u{1B}&lt;img></title><p>Some text")
    }
    let sandbox = try Sandbox([
      "a.md":
        "# L\n\n- [A](\(server.url("/x"))) - B.\n- [C](http://me:secret@127.0.0.1:\(server.port)/\u{1B}[2J) - D.\n"
    ])
    return try sandbox.run(["check-links", "a.md", "--format", format, "--statistics"] + Self.local)
  }

  @Test(arguments: ["text", "json", "github", "sarif", "junit", "markdown"])
  func textOfAStrangersPageIsInert(format: String) throws {
    let outcome = try run(format)
    let all = outcome.output + outcome.errors
    #expect(outcome.status == 1)
    #expect(all.contains("not found"), "the title is shown")
    #expect(!all.unicodeScalars.contains("\u{1B}"))
    #expect(!all.contains("secret@"))
    #expect(!all.split(separator: "\n").contains { $0.hasPrefix("::error::") })
    if format == "junit" { #expect(!outcome.output.contains("<img")) }
    // In a code span a tag is text.
    if format == "markdown" { #expect(outcome.output.contains(/`http[^`\n]*<img>[^`\n]*`/)) }
  }

  @Test func aNetrcFileIsNotRead() throws {
    let server = try WebServer { _ in .ok }
    let sandbox = try Sandbox([
      ".netrc": "machine 127.0.0.1 login me password secret\ndefault login me password secret\n",
      "a.md": "# L\n\n- [A](\(server.url("/x"))) - B.\n",
    ])
    let home = ["HOME": sandbox.folder.path, "NETRC": sandbox.url(".netrc").path]
    #expect(try sandbox.run(["check-links", "a.md"] + Self.local, environment: home).status == 0)
    #expect(server.requests.count == 1)
    #expect(server.requests.allSatisfy { $0.header("authorization") == nil })
  }

  @Test func aConfigurationOpensNoPrivateAddress() throws {
    let server = try WebServer { _ in .ok }
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](\(server.url("/x"))) - B.\n"])
    let outcome = try sandbox.run("check-links", "a.md")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("error: refused: "))
    try sandbox.write("check-links:\n  allow-address: [127.0.0.0/8]\n", to: ".awesome.yml")
    #expect(try sandbox.run("check-links", "a.md").status == 2)
    #expect(server.traffic().connections == 0)
  }

  #if os(Linux)
    @Test func longBodiesDoNotTakeMemory() throws {
      let bomb = GzipBomb.body(decodedBytes: 256 << 20)
      let server = try WebServer(["127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4"]) { request in
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
        return switch request.target {
        case "/endless":
          WebReply([.send(Array((head + "\r\n").utf8)), .sendForever(Array("<p>some text in tags".utf8))])
        case "/large":
          WebReply([
            .send(Array((head + "Content-Length: 104857600\r\n\r\n").utf8)),
            .sendForever(Array(repeating: 66, count: 65536)),
          ])
        case "/bomb":
          WebReply([
            .send(Array((head + "Content-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n").utf8)), .send(bomb),
          ])
        case "/hold": .silence
        default: .ok
        }
      }
      let plain = try peakMemory(["/fine": "127.0.0.2"], server)
      let hostile = try peakMemory(
        ["/endless#a": "127.0.0.2", "/large#a": "127.0.0.3", "/bomb#a": "127.0.0.4"], server)
      #expect(plain > 0 && hostile < plain + 64 * 1024, "\(plain) kB, then \(hostile) kB")
    }

    /// The largest resident size in kB of a run over these links, seen when all of them are done and one that is never answered holds it.
    private func peakMemory(_ links: [String: String], _ server: WebServer) throws -> Int {
      let urls = links.map { server.url($0.key, host: $0.value) } + [server.url("/hold")]
      let sandbox = try Sandbox(["a.md": "# L\n\n" + urls.map { "- [A](\($0)) - B.\n" }.joined()])
      let before = links.values.map { server.traffic($0).requests }
      let run = try sandbox.program.start(["check-links", "a.md"] + Self.local, in: sandbox.folder.path)
      func isDone() -> Bool {
        zip(links.values, before).allSatisfy { address, before in
          let traffic = server.traffic(address)
          return traffic.requests > before && traffic.inFlight == 0
        }
      }
      while run.process.isRunning, !isDone() { usleep(10_000) }
      let status = (try? String(contentsOfFile: "/proc/\(run.process.id)/status", encoding: .utf8)) ?? ""
      run.process.send(SIGINT)
      _ = try run.wait()
      return status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
  #endif
}
