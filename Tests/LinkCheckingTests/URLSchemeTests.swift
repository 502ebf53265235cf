import Testing

@testable import LinkChecking

@Suite struct URLSchemeTests {
  @Test(arguments: [
    ("htps", "https"), ("htp", "http"), ("hhtp", "http"), ("ttps", "https"), ("ttp", "http"), ("htpps", "https"),
    ("httpss", "https"), ("htttp", "http"), ("httsp", "https"), ("hptts", "https"), ("HTTTPS", "https"),
    ("httos", "https"), ("htto", "http"), ("jttp", "http"), ("hhttps", "https"),
  ])
  func aSlipOfThePenIsBrokenWithItsMeaning(name: String, meant: String) {
    #expect(URLScheme(name) == .misspelt(meant))
    let decision = URLScheme(name).decision(name)
    #expect(decision.verdict == .broken)
    #expect(decision.reason == "the scheme \(name): is misspelt; write \(meant):")
  }

  @Test(arguments: [
    "irc", "ircs", "ftp", "magnet", "gemini", "sms", "doi", "xmpp", "vscode", "MAILTO", "tel", "sftp", "tftp", "shttp",
    "matrix", "ipfs", "git+ssh", "web+ap", "ms-settings", "steam", "nostr", "urn", "news",
  ])
  func aSchemeOfAnotherUseIsUnchecked(name: String) {
    #expect(URLScheme(name) == .known && URLScheme(name).decision(name).verdict == .unchecked)
  }

  @Test(arguments: ["javascript", "JavaScript", "data", "file", "vbscript", "blob"])
  func aDangerousSchemeIsRefused(name: String) {
    #expect(URLScheme(name) == .dangerous && URLScheme(name).decision(name).verdict == .refused)
  }

  @Test(arguments: ["note", "todo", "x", "localhost", "host", "c"])
  func otherWordsAreUnknown(name: String) {
    #expect(URLScheme(name) == .unknown)
  }
}
