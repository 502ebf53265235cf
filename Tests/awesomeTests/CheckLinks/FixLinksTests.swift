import Foundation
import TestSupport
import Testing

/// What `check-links --fix` writes, byte by byte.
@Suite struct FixLinksTests {
  private static let local = [
    "--allow-address", "127.0.0.0/8", "--retries", "0", "--timeout", "600", "--control-name", "localhost",
  ]

  private func server() throws -> WebServer {
    try WebServer { request in
      switch request.target {
      case "/old", "/old?a=1&b=2": .redirect(301, to: "/new")
      case "/old?c=1&d=2": .redirect(301, to: "/new?c=1&d=2")
      case "/temporary": .redirect(302, to: "/new")
      case "/to-login": .redirect(301, to: "/users/sign_in?return_to=/x")
      case "/to-consent": .redirect(301, to: "/consent")
      case "/to-locale": .redirect(308, to: "/en-us/page")
      case "/to-session": .redirect(301, to: "/page;jsessionid=12")
      case "/to-gone": .redirect(301, to: "/gone")
      case "/to-front/deep": .redirect(301, to: "/")
      case "/gone": .status(404)
      default: .ok
      }
    }
  }

  @Test func anAddressIsReplacedHoweverItIsWritten() throws {
    let server = try server()
    let (old, new) = (server.url("/old?a=1&b=2"), server.url("/new"))
    let escaped = old.replacing("&", with: "&amp;")
    func text(_ a: String, _ b: String, _ c: String) -> String {
      """
      # L

      - [A](\(a)) - B ![i](\(b) 'T').
      - <a class="x" href='\(b)'>x</a> - <img src="\(a)">.
      - [C][c] - [c].

      <p>
      <a href="\(b)">y</a>
      </p>

      [c]: \(c)
        "Title &amp; more"

      """
    }
    let sandbox = try Sandbox(["a.md": text(old, escaped, old.replacing("?", with: "\\?"))])
    let outcome = try sandbox.run(["check-links", "--fix", "a.md"] + Self.local)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(try sandbox.read("a.md") == text(new, new, new))
  }

  @Test func ampersandsKeepTheirForm() throws {
    let server = try server()
    func text(_ path: String) -> String {
      let url = server.url(path)
      let escaped = url.replacing("&", with: "&amp;")
      return "# L\n\n- [A](\(escaped)) - B [c](\(url)).\n- <a href=\"\(escaped)\">x</a> <img src=\"\(url)\">.\n"
    }
    let sandbox = try Sandbox(["a.md": text("/old?c=1&d=2")])
    _ = try sandbox.run(["check-links", "--fix", "a.md"] + Self.local)
    #expect(try sandbox.read("a.md") == text("/new?c=1&d=2"))
  }

  @Test func aRedirectToNoPageIsNotWritten() throws {
    let server = try server()
    let paths = ["to-login", "to-consent", "to-locale", "to-session", "to-gone", "to-front/deep", "temporary"]
    let text = "# L\n\n" + paths.map { "- [A](\(server.url("/" + $0))) - B.\n" }.joined()
    let sandbox = try Sandbox(["a.md": text])
    let diff = try sandbox.run(["check-links", "--diff", "a.md"] + Self.local)
    #expect(!diff.output.contains("@@"))
    _ = try sandbox.run(["check-links", "--fix", "a.md"] + Self.local)
    #expect(try sandbox.read("a.md") == text)
  }

  @Test func excludedLinksAreNotFixed() throws {
    let server = try server()
    let url = server.url("/old")
    let text = "# L\n\n- [A](\(url)) - B. <!-- awesome-ignore-link -->\n- [C](\(server.url("/old?a=1&b=2"))) - D.\n"
    let sandbox = try Sandbox(["a.md": text])
    _ = try sandbox.run(["check-links", "--fix", "a.md", "--exclude", "**b=2"] + Self.local)
    #expect(try sandbox.read("a.md") == text)
    #expect(server.requests.isEmpty)
  }

  @Test func inCodeNothingIsALink() throws {
    let server = try server()
    let (old, new) = (server.url("/old"), server.url("/new"))
    func text(_ url: String) -> String {
      "# L\n\n- [A](\(url)) - `\(old)` B.\n\n```\n[x](\(old))\n```\n<!-- \(old) -->\n"
    }
    let sandbox = try Sandbox(["a.md": text(old)])
    _ = try sandbox.run(["check-links", "--fix", "a.md"] + Self.local)
    #expect(try sandbox.read("a.md") == text(new))
  }

  @Test func aFileKeepsItsNewlinesByteOrderMarkAndMode() throws {
    let server = try server()
    func text(_ url: String) -> String { "\u{FEFF}# L\r\n\r\n- [Ä](\(url)) - 😀.\r\n- [B](<\(url)>) - C" }
    let sandbox = try Sandbox(["a.md": text(server.url("/old"))])
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: sandbox.url("a.md").path)
    _ = try sandbox.run(["check-links", "--fix", "a.md"] + Self.local)
    #expect(try sandbox.read("a.md") == text(server.url("/new")))
    let mode = try FileManager.default.attributesOfItem(atPath: sandbox.url("a.md").path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test func standardInputIsWrittenToStandardOutput() throws {
    let server = try server()
    let outcome = try Sandbox().run(
      ["check-links", "--fix", "-"] + Self.local, input: "# L\n\n- [A](\(server.url("/old"))) - B.\n")
    #expect(outcome.output == "# L\n\n- [A](\(server.url("/new"))) - B.\n")
    #expect(outcome.status == 0)
  }

  @Test(arguments: ["text", "json", "github", "sarif", "junit", "markdown"])
  func aPasswordIsShownNowhere(format: String) throws {
    let server = try server()
    let url = "http://me:hunter2@127.0.0.1:\(server.port)"
    let sandbox = try Sandbox([
      "a.md":
        "# L\n\n- [A](\(url)/old) - B.\n- [C](\(url)/gone) - D.\n- [E](\(url)/x) - F. <!-- awesome-ignore-link -->\n"
    ])
    let arguments = ["check-links", "a.md", "--format", format, "--statistics"] + Self.local
    for more in [[], ["--dump"], ["--offline"], ["--exclude", "**"], ["--record", "run.jsonl"]] {
      let outcome = try sandbox.run(arguments + more)
      #expect(!(outcome.output + outcome.errors).contains("hunter2"), "\(more)")
    }
    #expect(try !sandbox.read("run.jsonl").contains("hunter2"))
  }
}
