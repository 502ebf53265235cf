import Testing

@testable import HTTP

@Suite struct AddressTests {
  @Test(arguments: [
    ("A.example", true, "a.example", 443), ("a.example:8443", true, "a.example", 8443),
    ("https://a.example", true, "a.example", 443), ("http://a.example", false, "a.example", 80),
    ("HTTP://127.1:81", false, "127.0.0.1", 81), ("[::1]:8", true, "::1", 8),
  ])
  func anOriginIsASchemeAHostAndAPort(text: String, isSecure: Bool, host: String, port: Int) throws {
    let origin = try #require(Origin(text))
    #expect(origin.isSecure == isSecure && origin.host == host && origin.port == port)
  }

  @Test(arguments: [
    "", "*.a.example", "http://", "a.example/x", "http://a.example/", "ftp://a.example", "me@a.example", "a.example?b",
    "a.example:0x", "%61.example",
  ])
  func otherTextIsNotAnOrigin(text: String) {
    #expect(Origin(text) == nil)
  }

  @Test(arguments: [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.255", "169.254.169.254",
    "172.16.0.1", "172.31.255.255", "192.168.1.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "168.63.129.16",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "fe80::1",
    "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "fec0::1",
    "::ffff:0:127.0.0.1", "2606:4700::5efe:127.0.0.1", "2606:4700::200:5efe:10.0.0.1", "64:ff9b:1::7f00:1", "2001::1",
  ])
  func aPrivateAddressIsRefused(text: String) throws {
    #expect(!AddressPolicy().permits(try #require(IPAddress(text))))
  }

  @Test(arguments: [
    "1.1.1.1", "93.184.216.34", "172.15.255.255", "172.32.0.0", "100.63.255.255", "100.128.0.0", "2606:4700::1",
    "64:ff9b::101:101", "2002:101:101::", "::ffff:1.1.1.1",
  ])
  func aPublicAddressIsPermitted(text: String) throws {
    #expect(AddressPolicy().permits(try #require(IPAddress(text))))
  }

  @Test func everyRefusedRangeIsRead() {
    #expect(AddressPolicy.refused.count == 28)
  }

  @Test func anOpenedRangeIsPermittedInEverySpelling() throws {
    let policy = AddressPolicy(allowed: [try #require(AddressRange("127.0.0.0/8"))])
    for text in ["127.0.0.1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"] {
      #expect(policy.permits(try #require(IPAddress(text))))
    }
    #expect(!policy.permits(try #require(IPAddress("10.0.0.1"))))
    #expect(!policy.permits(try #require(IPAddress("::1"))))
  }

  @Test func rangesAreParsed() throws {
    #expect(try #require(AddressRange("10.0.0.0/9")).contains(try #require(IPAddress("10.127.0.1"))))
    #expect(!(try #require(AddressRange("10.0.0.0/9")).contains(try #require(IPAddress("10.128.0.1")))))
    #expect(try #require(AddressRange("0.0.0.0/0")).contains(try #require(IPAddress("1.2.3.4"))))
    #expect(try #require(AddressRange("::ffff:10.0.0.0/104")).prefixLength == 8)
    #expect(try #require(AddressRange("::1")).prefixLength == 128)
    for text in ["", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+1", "10/8", "::1/129", "x/8", "1.1.1.1/8/8"]
    {
      #expect(AddressRange(text) == nil, "\(text)")
    }
  }

  @Test(arguments: [
    ("http://EXAMPLE.org", "http://example.org/"),
    ("HTTPS://example.org:443/a/../b?q#f", "https://example.org/b?q#f"),
    ("http://example.org.:8080/", "http://example.org:8080/"),
    ("http://user:pass@example.org/", "http://example.org/"),
    ("//example.org/x", "https://example.org/x"),
    ("http://b\u{FC}cher.example/\u{E4} b", "http://xn--bcher-kva.example/%C3%A4%20b"),
    ("http://example.org/caf%c3%a9?q=%e2%82%ac x#%c3", "http://example.org/caf%C3%A9?q=%E2%82%AC%20x#%c3"),
    ("http://example.org/%zz%4", "http://example.org/%zz%4"),
    ("http://example.org?\u{E9}", "http://example.org/?%C3%A9"),
    ("http://2130706433/", "http://127.0.0.1/"),
    ("http://0177.0.0.1/", "http://127.0.0.1/"),
    ("http://0x7f.1/", "http://127.0.0.1/"),
    ("http://127.1/", "http://127.0.0.1/"),
    ("http://\u{2460}27.0.0.1/", "http://127.0.0.1/"),
    ("http://127\u{3002}0\u{3002}0\u{3002}1/", "http://127.0.0.1/"),
    ("http://%31%32%37.0.0.1/", "http://127.0.0.1/"),
    ("http://[::FFFF:127.0.0.1]/", "http://127.0.0.1/"),
    ("http://[0:0:0:0:0:0:0:1]:81/", "http://[::1]:81/"),
    ("  http://example.org/  ", "http://example.org/"),
    ("http://example.org/?a#some  heading # one", "http://example.org/?a#some%20%20heading%20#%20one"),
  ])
  func aURLIsReadInItsCanonicalSpelling(text: String, url: String) throws {
    let address = try WebAddress(text)
    #expect(address.text == url)
    #expect(try WebAddress(address.text) == address)
  }

  @Test(arguments: [
    ("http://", AddressError.malformed("the host name is malformed")),
    ("http://exa mple/", .malformed("the host name is malformed")),
    ("http:/a.example/x", .malformed("the slashes after the scheme are malformed")),
    ("https:a.example", .malformed("the slashes after the scheme are malformed")),
    ("https:\\\\a.example", .malformed("the slashes after the scheme are malformed")),
    ("http://a:99999/", .malformed("the port is not a number from 1 to 65535")),
    ("http://a\u{0}b/", .malformed("the URL has a control character")),
    ("http://a/\u{7F}", .malformed("the URL has a control character")),
    ("java\nscript:alert(1)", .malformed("the URL has a control character")),
    ("\u{1}file:///etc/passwd", .malformed("the URL has a control character")),
    ("javascript:alert(1)", .scheme("javascript")),
    ("FTP://example.org/", .scheme("ftp")),
    ("a/b:c", .relative), ("#x", .relative), ("", .relative), ("?q", .relative),
  ])
  func otherTextIsNotAWebAddress(text: String, error: AddressError) {
    #expect(throws: error) { try WebAddress(text) }
  }

  @Test func referencesAreResolved() throws {
    let base = try WebAddress("https://example.org/a/b?q#f")
    #expect(try base.resolving("c").text == "https://example.org/a/c")
    #expect(try base.resolving("/c#g").text == "https://example.org/c#g")
    #expect(try base.resolving("//other.example").text == "https://other.example/")
    #expect(try base.resolving("?x").text == "https://example.org/a/b?x")
    // As browsers read them; what is encoded already stays as it is.
    #expect(try base.resolving("\t/c\td\t").text == "https://example.org/cd")
    #expect(try base.resolving("\\c\\d").text == "https://example.org/c/d")
    #expect(try base.resolving("\\\\other.example\\x?a\\b").text == "https://other.example/x?a\\b")
    #expect(try base.resolving("/caf\u{E9}/%c3%a9 x").text == "https://example.org/caf%C3%A9/%c3%a9%20x")
    #expect(try base.resolving("/%c3%a9").normalizedURL == "https://example.org/%C3%A9")
    #expect(throws: AddressError.scheme("file")) { try base.resolving("file:///etc/passwd") }
  }

  /// RFC 3986, section 5.4, without references of other schemes.
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
    ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
    ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
    ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
    ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"),
    ("../../", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
    ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("..g", "http://a/b/c/..g"),
    ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"),
    ("g/../h", "http://a/b/c/h"), ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
    ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"), ("#", "http://a/b/c/d;p?q"),
    ("g?y?z", "http://a/b/c/g?y?z"), ("?y/../x", "http://a/b/c/d;p?y/../x"), ("#s  t", "http://a/b/c/d;p?q#s%20%20t"),
  ])
  func aReferenceIsResolvedByTheStandard(reference: String, url: String) throws {
    #expect(try WebAddress("http://a/b/c/d;p?q").resolving(reference).text == url)
    // A query that looks like a path is none.
    #expect(try WebAddress("http://a/b/c/d;p?q/x/").resolving("g").text == "http://a/b/c/g")
  }

  @Test(arguments: [
    ("somebody.github.io", "github.io"), ("a.b.github.io", "github.io"), ("project.netlify.app", "netlify.app"),
    ("docs.readthedocs.io", "readthedocs.io"), ("app.vercel.app", "vercel.app"), ("github.io", nil),
    ("bucket.s3.amazonaws.com", "amazonaws.com"), ("www.example.co.uk", nil), ("example.org", nil),
    ("a.b.test", nil), ("localhost", nil), ("127.0.0.1", nil),
  ])
  func theProviderOfAHostIsFound(host: String, provider: String?) {
    #expect(PublicSuffixes.provider(of: host) == provider)
  }

  @Test func theRegistrableDomainIsFound() {
    #expect(PublicSuffixes.registrableDomain(of: "www.example.co.uk") == "example.co.uk")
    #expect(PublicSuffixes.registrableDomain(of: "a.b.example.org") == "example.org")
    #expect(PublicSuffixes.registrableDomain(of: "somebody.github.io") == "somebody.github.io")
    #expect(PublicSuffixes.registrableDomain(of: "com") == "com")
    #expect(PublicSuffixes.registrableDomain(of: "localhost") == "localhost")
    #expect(PublicSuffixes.registrableDomain(of: "127.0.0.1") == "127.0.0.1")
    #expect(PublicSuffixes.registrableDomain(of: "[::ffff:127.0.0.1]") == "[::ffff:127.0.0.1]")
  }
}
