import Source
import Testing

@Suite struct CredentialsTests {
  @Test(arguments: [
    ("https://me:pw@example.org/a@b", "https://***@example.org/a@b"),
    ("https:me:pw@example.org", "https:***@example.org"), ("https:/me:pw@example.org", "https:/***@example.org"),
    ("//me@example.org", "//***@example.org"), ("https:\\\\me:pw@host", "https:\\\\***@host"),
    ("https://a@b@c/", "https://***@c/"), ("postgres://me:pw@host/db", "postgres://***@host/db"),
    ("https://me:p[w|x\"y z@host/", "https://***@host/"), ("https://me:p(w)'s@host/", "https://***@host/"),
    ("https://me:p%2Fw@host/", "https://***@host/"), ("https://me%40mail:pw@host/", "https://***@host/"),
  ])
  func userOfURLIsMasked(text: String, shown: String) {
    #expect(Credentials.hidden(inURL: text) == shown)
  }

  /// The address of an archive, proxy or redirect contains another one.
  @Test(arguments: [
    ("https://web.archive.org/web/2020/https://me:pw@host/x", "https://web.archive.org/web/2020/https://***@host/x"),
    ("https://web.archive.org/web/2020/http:/me:pw@host/x", "https://web.archive.org/web/2020/http:/***@host/x"),
    ("https://a:b@c.d/https://me:pw@host/x", "https://***@c.d/https://***@host/x"),
    ("https://a.b/?u=https%3A%2F%2Fme%3Apw%40host%2Fx", "https://a.b/?u=https%3A%2F%2F***%40host%2Fx"),
    ("https://a.b/?u=https%3a%2f%2fme:pw@host&m=x@y", "https://a.b/?u=https%3a%2f%2f***@host&m=x@y"),
    ("https://a.b/?u=https%3A%2F%2Fhost%2Fx%40y", "https://a.b/?u=https%3A%2F%2Fhost%2Fx%40y"),
    ("https://a.b/?u=//me:pw@host/x", "https://a.b/?u=//***@host/x"),
  ])
  func userOfNestedURLIsMasked(text: String, shown: String) {
    #expect(Credentials.hidden(inURL: text) == shown)
    #expect(Credentials.hidden(in: "The “\(text)” is") == "The “\(shown)” is")
    #expect(Credentials.hidden(in: "[a](\(text)) is") == "[a](\(shown)) is")
  }

  @Test(arguments: [
    "mailto:me@example.org", "https://example.org/@me", "https://example.org//npm@2", "a@b", "", ":", "https://@host",
    "news:1@b", "[a](https://b.c)[d](mailto:e@f.g)", "https://a.b | me@c.d", "https://a.b me@c.d", "“https://a.b”, c@d",
    "https://esm.sh/react@18", "git@github.com:o/r", "50% of https://a.b", "“https://***@a.b”",
  ])
  func otherTextIsUnchanged(text: String) {
    #expect(Credentials.hidden(in: text) == text)
  }

  @Test func repeatedSchemesTakeLinearTime() {
    let text = String(repeating: "http:", count: 200_000)
    #expect(Credentials.hidden(in: text + "me:pw@host").hasSuffix("***@host"))
    #expect(Credentials.hidden(in: text) == text)
  }
}
