import TestSupport
import Testing

/// What each verdict means for a run: the finding, the exit status, and whether the link is listed.
@Suite struct VerdictTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let verdict: String
    let path: String
    /// The status by default, and where warnings fail.
    let status: Int32
    let strictStatus: Int32
    var severity: String?
    var isListed = false

    init(_ verdict: String, _ path: String, _ status: Int32, _ strictStatus: Int32, _ severity: String? = nil) {
      (self.verdict, self.path, self.status) = (verdict, path, status)
      (self.strictStatus, self.severity) = (strictStatus, severity)
      isListed = verdict == "blocked" || verdict == "unchecked"
    }

    var testDescription: String { "\(verdict) \(path)" }
  }

  private static let html = [("Content-Type", "text/html")]

  @Test(arguments: [
    Row("ok", "/fine", 0, 0), Row("moved", "/moved", 0, 1, "warning"), Row("moved", "/refresh", 0, 1, "warning"),
    Row("ok", "/for-now", 0, 0),
    Row("gone", "/404", 1, 1, "error"), Row("gone", "/410", 1, 1, "error"),
    Row("broken", "/400", 1, 1, "error"), Row("broken", "/loop", 1, 1, "error"),
    Row("broken", "/fine#nowhere", 1, 1, "error"),
    Row("transient", "/408", 1, 1, "error"), Row("transient", "/425", 1, 1, "error"),
    Row("transient", "/500", 1, 1, "error"), Row("transient", "/down", 1, 1, "error"),
    Row("transient", "/407", 1, 1, "error"),
    Row("blocked", "/401", 0, 0), Row("blocked", "/403", 0, 0), Row("blocked", "/451", 0, 0),
    Row("blocked", "/999", 0, 0), Row("blocked", "/wall", 0, 0),
    Row("suspect", "/soft", 0, 1, "warning"), Row("suspect", "/deep/link", 0, 1, "warning"),
    Row("suspect", "/damaged#part", 0, 1, "warning"),
    Row("refused", "/to-file", 1, 1, "error"), Row("refused", "/to-private", 1, 1, "error"),
  ])
  func aLinkCountsByItsVerdict(row: Row) throws {
    let server = try WebServer { request in
      switch request.target {
      case "/moved": .redirect(301, to: "/fine")
      case "/refresh": .status(200, Self.html, body: "<meta http-equiv=refresh content='0; /fine'>")
      case "/for-now": .redirect(307, to: "/fine")
      case "/loop": .redirect(302, to: "/loop")
      case "/down": .status(200, Self.html, body: "<title>Down for maintenance</title><p>Back soon.")
      case "/wall": .status(200, [("cf-mitigated", "challenge")] + Self.html, body: "<title>Just a moment...</title>")
      case "/soft": .status(200, Self.html, body: "<title>404 Not Found</title><p>Some text.")
      case "/deep/link": .redirect(301, to: "/")
      case "/damaged":
        .raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\nContent-Length: 4\r\n\r\nnope")
      case "/to-file": .redirect(302, to: "file:///etc/passwd")
      case "/to-private": .redirect(302, to: "http://10.0.0.1/")
      default: Int(request.target.dropFirst()).map { .status($0) } ?? .ok
      }
    }
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](\(server.url(row.path))) - B.\n"])
    let arguments = [
      "check-links", "a.md", "--allow-address", "127.0.0.0/8", "--retries", "0", "--timeout", "600", "--control-name",
      "localhost",
    ]
    let outcome = try sandbox.run(arguments)
    #expect(outcome.output.contains("in 1 link\n1 \(row.verdict)\n"), "\(outcome.output)\(outcome.errors)")
    #expect(outcome.status == row.status)
    #expect(outcome.output.contains("[link-\(row.verdict)]") == (row.severity != nil))
    if let severity = row.severity { #expect(outcome.output.contains(": \(severity): ")) }
    #expect(outcome.output.contains("\n1 \(row.verdict): 127.0.0.1:") == row.isListed)
    #expect(outcome.errors.isEmpty)
    #expect(try sandbox.run(arguments + ["--fail-on", "warning"]).status == row.strictStatus)
    #expect(try sandbox.run(arguments + ["--fail-on", "never"]).status == 0)
  }

  @Test(arguments: [
    ("http://a.test/", ["--offline"], "unchecked", Int32(0)), ("mailto:a@b.example", [], "unchecked", 0),
    ("tel:+123", [], "unchecked", 0), ("http://a.test/", ["--exclude", "http://a.test/*"], "excluded", 0),
    ("http://a.test/", ["--include", "#*"], "excluded", 0), ("data:text/plain,x", [], "refused", 1),
    ("JavaScript:alert(1)", [], "refused", 1), ("file:///etc/passwd", [], "refused", 1),
    ("http://169.254.169.254/latest/", [], "refused", 1), ("ftp://a.test/x", [], "unchecked", 0),
    ("htps://a.test/", [], "broken", 1), ("../../outside", [], "gone", 1), ("missing.md", [], "gone", 1),
    ("#nowhere", [], "broken", 1),
    ("java&#10;script:alert(1)", [], "broken", 1),
  ])
  func anUnrequestedLinkCountsByItsVerdictToo(url: String, more: [String], verdict: String, status: Int32) throws {
    let sandbox = try Sandbox(["a.md": "# L\n\n- [A](\(url)) - B.\n- [C](#l) - D.\n"])
    let outcome = try sandbox.run(["check-links", "a.md"] + more)
    #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("in 2 links\n") && outcome.output.contains("1 \(verdict)"))
  }
}
