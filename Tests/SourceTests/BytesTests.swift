import Source
import Testing

/// Every class of bytes agrees with the standard library's properties of the same character.
@Test func asciiClassesAgreeWithUnicode() {
  for byte in UInt8.min...UInt8.max {
    let scalar = Unicode.Scalar(byte)
    let character = Character(scalar)
    let properties = scalar.properties
    #expect(byte.isASCIIDigit == (scalar.isASCII && properties.numericType == .decimal))
    #expect(byte.isASCIILetter == (scalar.isASCII && properties.isAlphabetic))
    #expect(byte.isASCIIUppercase == (scalar.isASCII && properties.isUppercase))
    #expect(byte.isASCIILowercase == (scalar.isASCII && properties.isLowercase))
    #expect(byte.isASCIIAlphanumeric == (byte.isASCIILetter || byte.isASCIIDigit))
    #expect(byte.isASCIIHexDigit == character.isHexDigit)
    #expect(byte.hexDigitValue.map(Int.init) == character.hexDigitValue)
    #expect(byte.isASCIIWhitespace == (scalar.isASCII && properties.isWhitespace))
    #expect(byte.isSpaceOrTab == (scalar == " " || scalar == "\t"))
    #expect(byte.isASCIIPunctuation == (scalar.isASCII && (character.isPunctuation || character.isSymbol)))
    #expect(
      String(Unicode.Scalar(byte.asciiLowercased)) == (scalar.isASCII ? properties.lowercaseMapping : String(scalar)))
  }
}

@Test(arguments: [("", ""), (" \t", ""), ("a", "a"), (" a b\t", "a b"), ("\n a", "\n a")])
func trimmingTakesBothEnds(_ text: String, _ expected: String) {
  #expect(String(text.trimming { $0 == " " || $0 == "\t" }) == expected)
  #expect(String(Substring(text.utf8.trimming(while: \.isSpaceOrTab))) == expected)
}

@Test func trimmingASuffixKeepsTheStart() {
  #expect(" a ".trimmingSuffix(while: \.isWhitespace) == " a")
}

/// Source: RFC 9923, test vectors.
@Test(
  arguments: [("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8)]
    as [(String, UInt64)])
func hashHasThePublishedValues(_ text: String, _ hash: UInt64) {
  #expect(FNV1a.hash(text) == hash)
}

@Test(arguments: [("", ""), ("a", "a"), ("\u{FEFF}a", "a"), ("\u{FEFF}\u{FEFF}a\u{FEFF}", "a\u{FEFF}")])
func byteOrderMarksAreDroppedAtTheStart(_ text: String, _ expected: String) {
  #expect(Array(Array(text.utf8).droppingByteOrderMarks) == Array(expected.utf8))
}

@Test(arguments: [
  ("awesome.md", true), ("README.MARKDOWN", true), ("a/b.mdx", true), ("README", false), ("md", false),
  ("a.md.txt", false),
])
func markdownFilesAreKnownByTheirSuffix(_ name: String, _ isMarkdown: Bool) {
  #expect(name.hasMarkdownSuffix == isMarkdown)
}

@Test func nounsFollowTheirCount() {
  #expect([0, 1, 2].map { counted($0, "link") } == ["0 links", "1 link", "2 links"])
  #expect([1, 15].map { counted($0, "entry", "entries") } == ["1 entry", "15 entries"])
}
