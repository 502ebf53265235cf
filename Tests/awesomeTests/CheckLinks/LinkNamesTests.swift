import TestSupport
import Testing

/// What a list calls a page is the text of the link and the title of the entry.
@Suite struct LinkNamesTests {
  @Test func aFurtherLinkGoesByItsEntrysTitleToo() throws {
    let html = [("Content-Type", "text/html")]
    let server = try WebServer { request in
      request.target == "/fine" ? .ok : .status(200, html, body: "<title>Poker: odds and betting</title><p>Some text.")
    }
    let (fine, doubtful) = (server.url("/fine"), server.url("/doubtful"))
    let sandbox = try Sandbox(["a.md": "# L\n\n- [Poker odds](\(fine)) - Text, and [site](\(doubtful)).\n"])
    let arguments = ["check-links", "a.md", "--allow-address", "127.0.0.0/8", "--retries", "0", "--timeout", "600"]
    let named = try sandbox.run(arguments)
    #expect(named.output.contains("\n2 ok\n"), "\(named.output)")
    try sandbox.write("# L\n\n- [Cooking](\(fine)) - Text, and [site](\(doubtful)).\n", to: "a.md")
    let unnamed = try sandbox.run(arguments)
    #expect(unnamed.output.contains("\n1 ok, 1 suspect\n"), "\(unnamed.output)")
  }
}
