import Testing

@testable import Linting

@Suite("Hashes of texts")
struct HashGroupsTests {
  @Test("Texts that are equal as strings have one hash, in lower case whatever their case")
  func equality() {
    #expect(TextHash.ofLowercased("Name") == TextHash.ofLowercased("nAME"))
    #expect(TextHash.ofLowercased("Name") != TextHash.ofLowercased("Names"))
    #expect(TextHash.ofLowercased("\u{212A};") == TextHash.ofLowercased("k\u{37E}"))
    #expect(TextHash.ofLowercased("Caf\u{E9}") == TextHash.ofLowercased("Cafe\u{301}"))
    #expect(TextHash.of(Array("a".utf8)) != TextHash.of(Array("a".utf8), seed: 1))
  }

  @Test("Positions of repeated hashes are in order")
  func groups() {
    #expect(HashGroups([]).repeated.isEmpty)
    #expect(HashGroups([1, 2, 3]).repeated.isEmpty)
    #expect(HashGroups([9, 1, 2, 9, 1, 3, 9]).repeated == [0, 1, 3, 4, 6])
  }
}
