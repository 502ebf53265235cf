import Testing
import TextEncodings

@Suite("Decoding piece by piece")
struct DecoderTests {
  private static func text(_ bytes: [UInt8], _ encoding: TextEncoding, piece: Int = .max) -> String {
    var decoder = TextDecoder(encoding)
    var text: [UInt8] = []
    var rest = bytes[...]
    while rest.count > piece {
      text += decoder.decode(Array(rest.prefix(piece)))
      rest = rest.dropFirst(piece)
    }
    text += decoder.decode(Array(rest), isLast: true)
    return String(decoding: text, as: UTF8.self)
  }

  private static let examples: [(TextEncoding, [UInt8], String)] = [
    (.utf8, Array("a é 漢 😀".utf8), "a é 漢 😀"),
    (.utf16LittleEndian, [0x61, 0, 0x22, 0x6F, 0x3D, 0xD8, 0, 0xDE], "a漢😀"),
    (.utf16BigEndian, [0, 0x61, 0x6F, 0x22, 0xD8, 0x3D, 0xDE, 0], "a漢😀"),
    (.windows1252, [0x93, 0xE9, 0x94, 0x81], "“é”\u{81}"),
    (.codePage(.koi8R), [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4], "Привет"),
    (.codePage(.codePage437), [0x82, 0xB3, 0xE1], "é│ß"),
    (.codePage(.macRoman), [0x8E, 0xD5, 0xF0], "é’\u{F8FF}"),
    (.shiftJIS, [0x61, 0x93, 0xFA, 0x96, 0x7B, 0xB6, 0x5C], "a日本ｶ\\"),
    (.eucJP, [0xC6, 0xFC, 0x8E, 0xB6, 0x8F, 0xB0, 0xA1, 0xA1, 0xC1], "日ｶ丂〜"),
    (.iso2022JP, Array("a\u{1B}$BF|K\\\u{1B}(J\\~\u{1B}(I6\u{1B}(Bb".utf8), "a日本¥‾ｶb"),
    (.gb18030, [0xC4, 0xE3, 0xBA, 0xC3, 0x80, 0x94, 0x39, 0xFC, 0x36, 0x81, 0x30, 0x81, 0x30], "你好€😀\u{80}"),
    (.big5, [0xA7, 0x41, 0x88, 0x62, 0xA6, 0x6E], "你Ê̄好"),
    (.eucKR, [0xBE, 0xC8, 0x81, 0x41, 0xB3, 0xE7], "안갂녕"),
    // Spelt out: a filler and three letters, the last of which may be a filler too.
    (.eucKR, [0xA4, 0xD4, 0xA4, 0xA8, 0xA4, 0xC7, 0xA4, 0xB1, 0x21], "똠!"),
    (.eucKR, [0xA4, 0xD4, 0xA4, 0xA2, 0xA4, 0xC1, 0xA4, 0xD4], "꺄"),
    (.eucKR, [0xA4, 0xD4, 0xA4, 0xD4, 0x61, 0xA4, 0xD4, 0xA4, 0xA1], "\u{3164}\u{3164}a\u{3164}ㄱ"),
  ]

  @Test("A text is the same in one piece and in pieces of any size", arguments: examples.indices)
  func pieces(index: Int) {
    let (encoding, bytes, expected) = Self.examples[index]
    for piece in [1, 2, 3, 5, Int.max] {
      #expect(Self.text(bytes, encoding, piece: piece).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }
  }

  @Test("An error costs as little text as it can, and its offset is known")
  func errors() {
    let examples: [(TextEncoding, [UInt8], String, Int)] = [
      (.utf8, [0x61, 0xFF, 0x62], "a\u{FFFD}b", 1),
      (.utf8, [0xC3, 0xA9, 0xE2, 0x82, 0x62, 0xED, 0xA0, 0x80], "é\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}", 2),
      (.shiftJIS, [0x61, 0x93, 0x3C, 0x62], "a\u{FFFD}<b", 1),
      (.eucJP, [0x61, 0xFF, 0x62], "a\u{FFFD}b", 1),
      (.eucKR, [0x61, 0x61, 0xB0], "aa\u{FFFD}", 2),
      (.gb18030, [0x81, 0x30, 0x20, 0x41], "\u{FFFD}0 A", 0),
      (.big5, [0x80, 0x41], "\u{FFFD}A", 0),
      (.utf16LittleEndian, [0x00, 0xDC, 0x61, 0x00, 0x62], "\u{FFFD}a\u{FFFD}", 0),
      (.iso2022JP, [0x1B, 0x24, 0x42, 0x46, 0x0A, 0x61], "\u{FFFD}\na", 3),
      (.codePage(.windows1253), [0x61, 0xAA], "a\u{FFFD}", 1),
    ]
    for (encoding, bytes, expected, offset) in examples {
      for piece in [1, 2, Int.max] {
        #expect(Self.text(bytes, encoding, piece: piece) == expected)
      }
      var decoder = TextDecoder(encoding)
      for byte in bytes { _ = decoder.decode([byte]) }
      _ = decoder.decode([], isLast: true)
      #expect(decoder.firstInvalid == offset)
    }
  }

  @Test(
    "Labels are those of the web and of code pages",
    arguments: [
      ("shift_jis", .shiftJIS), ("x-sjis", .shiftJIS), ("Windows-31J", .shiftJIS), ("Shift-JIS", .shiftJIS),
      ("gb2312", .gb18030), ("GBK", .gb18030), ("ks_c_5601-1987", .eucKR), ("CP949", .eucKR), ("big5-hkscs", .big5),
      ("latin1", .windows1252), ("ISO-8859-1", .windows1252), ("us-ascii", .windows1252), ("UTF8", .utf8),
      ("utf-16", .utf16LittleEndian), ("iso-8859-9", .codePage(.windows1254)), ("ISO 8859-2", .codePage(.iso88592)),
      ("koi8-r", .codePage(.koi8R)), ("Mac Roman", .codePage(.macRoman)), ("code page 437", .codePage(.codePage437)),
      ("cp850", .codePage(.codePage850)), ("tis-620", .codePage(.windows874)), ("euc_jp", .eucJP),
    ] as [(String, TextEncoding)])
  func labels(label: String, encoding: TextEncoding) {
    #expect(TextEncoding(label: label) == encoding)
  }

  @Test("A name and a label lead back to their encoding; other labels are unknown")
  func names() {
    for encoding in TextEncoding.legacy {
      #expect(TextEncoding(label: encoding.name) == encoding)
      #expect(TextEncoding(label: encoding.label) == encoding)
    }
    for label in ["", "x", "-", "utf-7", "hz-gb-2312", "iso-2022-kr", "../../x"] {
      #expect(TextEncoding(label: label) == nil)
    }
  }
}
