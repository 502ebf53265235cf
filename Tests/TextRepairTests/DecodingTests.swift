import Source
import Testing
import TextEncodings
import TextRepair

@Suite("Decoding a file")
struct DecodingTests {
  @Test("UTF-8 keeps its bytes and its byte order mark")
  func utf8() throws {
    let plain = try decodeText(Array("é\n".utf8))
    #expect(!plain.hasByteOrderMark && !plain.isTranscoded && plain.encoding == .utf8)
    let marked = try decodeText([0xEF, 0xBB, 0xBF, 0x61])
    #expect(marked.hasByteOrderMark && !marked.isTranscoded)
    #expect(marked.source.bytes == [0xEF, 0xBB, 0xBF, 0x61])
    #expect(try decodeText([]).source.bytes.isEmpty)
  }

  @Test(
    "The first invalid byte is reported",
    arguments: [
      ([0x61, 0xE9, 0x62], 1), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0), ([0x61, 0xF4, 0x90, 0x80, 0x80], 1),
      ([0xE2, 0x82], 0), (Array(repeating: 0x61, count: 70) + [0x80], 70), ([0xF0, 0x9F, 0x98], 0),
    ] as [([UInt8], Int)])
  func invalid(bytes: [UInt8], offset: Int) {
    #expect(throws: DecodingError.invalidUTF8(offset: offset)) { try decodeText(bytes) }
    #expect(DecodingError.invalidUTF8(offset: offset).description.contains("\(offset)"))
  }

  @Test("NUL makes a file binary, in UTF-8 and in UTF-16")
  func binary() {
    #expect(throws: DecodingError.binary(offset: 2)) { try decodeText([0x61, 0x62, 0x00, 0x63, 0x64]) }
    #expect(throws: DecodingError.binary(offset: 1)) { try decodeText([0x89, 0x00, 0x50, 0x4E, 0x47]) }
    #expect(throws: DecodingError.binary(offset: 4)) { try decodeText([0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00]) }
  }

  @Test("UTF-16 is detected by its byte order mark or NUL bytes, and transcoded")
  func utf16() throws {
    let little = try decodeText([0xFF, 0xFE, 0x61, 0x00, 0x3D, 0xD8, 0x0E, 0xDE])
    #expect(little.encoding == .utf16LittleEndian && little.isTranscoded && little.hasByteOrderMark)
    #expect(little.source.bytes == Array("a😎".utf8))
    let big = try decodeText("# List".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    #expect(big.encoding == .utf16BigEndian && !big.hasByteOrderMark)
    #expect(big.source.bytes == Array("# List".utf8))
    #expect(throws: DecodingError.invalidUTF16(offset: 2)) { try decodeText([0xFF, 0xFE, 0x3D, 0xD8, 0x61, 0x00]) }
    #expect(throws: DecodingError.invalidUTF16(offset: 4)) { try decodeText([0xFF, 0xFE, 0x61, 0x00, 0x62]) }
  }

  @Test("In Windows-1252, what is UTF-8 is kept, and undefined bytes are C1 controls")
  func windows1252() throws {
    func text(_ bytes: [UInt8]) throws -> [UInt8] { try decodeText(bytes, as: .windows1252).source.bytes }
    #expect(try text([0x63, 0x61, 0x66, 0xE9, 0x20, 0x93, 0xC3, 0xA9]) == Array("café “é".utf8))
    #expect(try text([0x61, 0x81, 0x9D]) == Array("a\u{81}\u{9D}".utf8))
    #expect(throws: DecodingError.binary(offset: 2)) { try text([0x61, 0xE9, 0x00]) }
  }

  @Test(
    "Every code page that the repair knows can be named as the encoding of a file", arguments: LegacyEncoding.allCases)
  func known(encoding: LegacyEncoding) throws {
    let named = try #require(TextEncoding(label: encoding.name))
    #expect(TextEncoding.legacy.contains(named))
  }

  @Test("Another encoding is read as a whole, even where its bytes could be UTF-8")
  func otherEncodings() throws {
    let ukrainian = try decodeText([0xD0, 0xB3, 0xF7, 0x20, 0xD0, 0xB3], as: .codePage(.windows1251))
    #expect(ukrainian.source.bytes == Array("Річ Рі".utf8))
    #expect(ukrainian.isTranscoded && ukrainian.encoding.name == "Windows-1251")
    #expect(try decodeText([0x83, 0x65, 0x0A, 0x41], as: .shiftJIS).source.bytes == Array("テ\nA".utf8))
    #expect(throws: DecodingError.undecodable(offset: 1, .shiftJIS)) {
      try decodeText([0x41, 0x83, 0x0A], as: .shiftJIS)
    }
  }
}
