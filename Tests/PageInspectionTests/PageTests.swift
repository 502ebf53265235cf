import TestSupport
import Testing

@testable import HTTP
@testable import PageInspection

/// Pages, read byte by byte.
@Suite struct PageTests {
  /// Reads a page in chunks of one size.
  static func page(
    _ bytes: [UInt8], _ contentType: String? = "text/html", wanted: [String] = [], piece: Int = 7,
    url: String = "http://a.example/x"
  ) throws -> Page? {
    let stream = PageStream(
      address: try WebAddress(url), contentType: contentType, wanted: wanted.isEmpty ? [] : [Set(wanted)])
    var rest = bytes[...]
    while !rest.isEmpty {
      stream.feed(Array(rest.prefix(piece)))
      rest = rest.dropFirst(piece)
    }
    return stream.finish()
  }

  @Test(arguments: [1, 7, 5000]) func quotedTextIsFoundInPieces(piece: Int) throws {
    let html =
      "<p>One <b>tw</b>o\u{A0}\n three<p>four</p><script>five</script>" + String(repeating: "<p>more ", count: 3000)
      + "<p>LAST words"
    let fragments = [
      "one%20Two", "two%20three", "three%20four", "last%20words", "five", "twothree", "onetwo,three", "x-,four,-more",
    ]
    let texts = fragments.compactMap { TextFragment(":~:text=" + $0) }
    #expect(texts.count == fragments.count)
    let stream = PageStream(
      address: try WebAddress("http://a.example/"), contentType: "text/html", wanted: [], texts: texts)
    var rest = Array(html.utf8)[...]
    while !rest.isEmpty {
      stream.feed(Array(rest.prefix(piece)))
      rest = rest.dropFirst(piece)
    }
    #expect(stream.wantsMore)
    let found: Set = ["one two", "two three", "three four", "last words", "three", "four", "more"]
    #expect(try #require(stream.finish()).phrases == found)
  }

  @Test(arguments: ["", "part", ":~:", ":~:text=", ":~:text=a-,-b", ":~:other=x", ":~:text=%20"])
  func aFragmentWithoutAQuoteIsNone(fragment: String) {
    #expect(TextFragment(fragment) == nil)
  }

  @Test(arguments: [1, 50, 5000]) func contentAfterTheEndTagIsRead(piece: Int) throws {
    let html =
      "<html><head><title>T</title></head><body><p id=early>One</body></html>\n<!-- x --><p id=late>Two <a name=last>x</a>"
    let page = try #require(try Self.page(Array(html.utf8), wanted: ["early", "late", "last"], piece: piece))
    #expect(page.anchors == ["early", "late", "last"])
    #expect(page.text == "One Two x")
  }

  @Test(arguments: [1, 3, 1000, 100_000]) func aPageIsReadInChunksOfAnySize(piece: Int) throws {
    let html = """
      <!DOCTYPE html><html lang=de><head><title> Ü &amp;
      b</title><meta name=robots content="NOINDEX, follow"><link rel=canonical href=/c>
      <meta http-equiv=Refresh content="3; URL='/next'"></head>
      <body><svg><title>no</title></svg><h1>One <b>two</b></h1><p id=yes>Text<script>var a = "<p id=script>";</script>
      <!-- <p id=comment> --><template><p id=template></p></template><a name=old>x</a><input type=password></body>
      """ + String(repeating: "<p>more ", count: 500)
    let names = ["yes", "old", "script", "comment", "template"]
    let page = try #require(try Self.page(Array(html.utf8), wanted: names, piece: piece))
    #expect(page.title == "Ü & b")
    #expect(page.heading == "One two")
    #expect(page.language == "de")
    #expect(page.canonical == "/c")
    #expect(page.refresh == Page.Refresh("3;url=/next"))
    #expect(page.isNoindex && page.hasPasswordField && page.scripts == 1)
    #expect(page.anchors == ["yes", "old"])
    #expect(page.text.hasPrefix("One two Text"))
    #expect(page.text.utf8.count <= 4096)
  }

  @Test func theEncodingIsThatOfTheByteOrderMarkElseTheHeaderElseThePage() throws {
    let windows1251: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
    let sjis: [UInt8] = [0x83, 0x65, 0x83, 0x58, 0x83, 0x67]
    func html(_ meta: String, _ title: [UInt8]) -> [UInt8] {
      Array("<html><head>\(meta)<title>".utf8) + title + Array("</title></head><body>x</body>".utf8)
    }
    func title(_ bytes: [UInt8], _ type: String?) throws -> String? { try Self.page(bytes, type)?.title }
    #expect(try title(html("", windows1251), "text/html; charset=windows-1251") == "Привет")
    #expect(try title(html("<meta charset='windows-1251'>", windows1251), "text/html") == "Привет")
    #expect(
      try title(html("<meta http-equiv=content-type content='text/html; charset=Shift_JIS'>", sjis), nil) == "テスト")
    // Labels that only browsers know.
    for label in ["x-sjis", "windows-31j", "csShiftJIS"] {
      #expect(try title(html("<meta charset=\(label)>", sjis), "text/html") == "テスト")
    }
    #expect(try title(html("<meta charset=gb2312>", [0xC4, 0xE3, 0x94, 0x42]), "text/html") == "你擝")
    #expect(try title(html("<meta charset=ks_c_5601-1987>", [0xBE, 0xC8, 0x81, 0x41]), "text/html") == "안갂")
    #expect(try title(html("<meta charset=us-ascii>", [0x93, 0xE9, 0x94]), "text/html") == "“é”")
    #expect(try title(html("<!-- <meta charset=utf-16> -->", Array("é".utf8)), nil) == "é")
    #expect(try title(html("", [0xE9]), "text/html") == "é")
    #expect(try title(html("", Array("é".utf8)), "text/html; charset=../../x") == "é")
    #expect(try title([0xEF, 0xBB, 0xBF] + html("<meta charset=latin1>", Array("é".utf8)), "text/html") == "é")
    let utf16 = "<title>é\u{1F600}</title><body>x".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try title([0xFF, 0xFE] + utf16, "text/html") == "é\u{1F600}")
    // What is not in the encoding that it says is read as far as it goes.
    #expect(try title(html("<meta charset=utf-8>", [0x61, 0xFF, 0x62]), "text/html") == "a\u{FFFD}b")
    #expect(try title(html("<meta charset=euc-jp>", [0x61, 0xFF, 0x62]), "text/html")?.hasPrefix("a") == true)
  }

  @Test(arguments: [
    ("0;url=/a", 0, "/a"), ("5; URL = \"/b\"", 5, "/b"), ("1,url='c'", 1, "c"), ("2.5;url=d e", 2, "d e"),
    ("0; /f", 0, "/f"), ("1;b", 1, "b"), ("3 url=/g", 3, "/g"), (" 0 ; url = '/h' x", 0, "/h"), (".5;url=/i ", 0, "/i"),
    ("1;urls", 1, "urls"), ("99999999999999999999;x", 999_999, "x"), ("0;'/j'k", 0, "/j"),
  ])
  func aRefreshIsRead(text: String, delay: Int, url: String) throws {
    let refresh = try #require(Page.Refresh(text))
    #expect(refresh.delay == delay && refresh.url == url)
  }

  @Test(arguments: ["", "5", ";", "a;url=b", "-1;url=b", "1;", "1; ", "1;url=", "1;url=''", "url=/a", "5x;url=/a"])
  func otherTextIsNotARefresh(text: String) {
    #expect(Page.Refresh(text) == nil)
  }

  @Test func hostilePagesDoNotTrap() throws {
    let pieces = [
      "<", ">", "<!--", "-->", "<title>", "</title", "<template>", "</template>", "<script>", "</script>", "&#", "&amp",
      ";",
      "\u{0}", "\u{FFFD}", "\"", "'", "<a id=", "=", "<svg>", "<h1>", "</h1>", "<meta charset=", "utf-16", "<![CDATA[",
      "]]>",
      "<?php", "<!DOCTYPE", "&#x110000;", "e\u{301}", "<p/>", "</", "<meta http-equiv=refresh content=",
    ]
    for seed in 0..<3000 {
      var bytes: [UInt8] = []
      var random = SeededRandom(seed: UInt64(seed))
      for _ in 0..<Int.random(in: 0..<30, using: &random) {
        let isByte = Int.random(in: 0..<10, using: &random) == 0
        bytes += isByte ? [.random(in: 0...255, using: &random)] : Array(pieces.randomElement(using: &random)!.utf8)
      }
      let charsets = [
        nil, "text/html", "text/html;charset=shift_jis", "text/html;charset=iso-2022-jp", "text/html;charset=utf-16le",
      ]
      let page = try Self.page(bytes, charsets[seed % charsets.count], wanted: ["x"], piece: 1 + seed % 9)
      _ = page.map { page in
        PageClass(
          PageVisit(
            page: page, requested: WebAddress(url: "", isSecure: false, host: "", port: 0, fragment: nil),
            reached: WebAddress(url: ":", isSecure: false, host: ".", port: 0, fragment: nil), hasFragment: false,
            headers: [], body: [], isWhole: true, names: [page.text, ""]))
      }
    }
  }

  @Test func aLongRunWithoutATagIsCut() throws {
    let stream = PageStream(address: try WebAddress("http://a.example/"), contentType: "text/html", wanted: [["end"]])
    stream.feed(Array("<title>T</title><p title='".utf8))
    for _ in 0..<100 { stream.feed([UInt8](repeating: 0x41, count: 16_384)) }
    stream.feed(Array("'>x<p id=end>".utf8))
    #expect(stream.finish()?.anchors == ["end"])
  }
}
