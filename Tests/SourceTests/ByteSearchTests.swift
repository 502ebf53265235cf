import Source
import Testing

@Suite("Search for bytes")
struct ByteSearchTests {
  @Test("The first of two bytes is found at every offset in the range")
  func everyPlace() {
    for count in [0, 1, 7, 8, 31, 32, 33, 70, 100] {
      let plain = [UInt8](repeating: 0x20, count: count)
      #expect(plain.firstIndex(ofEither: 1, or: 0xFF, in: 0..<count) == nil)
      for place in plain.indices {
        var bytes = plain
        bytes[place] = 0xFF
        bytes[count - 1] = 1
        #expect(bytes.firstIndex(ofEither: 1, or: 0xFF, in: 0..<count + 9) == place)
        #expect(bytes.firstIndex(ofEither: 0xFF, or: 0xFF, in: 0..<place) == nil)
        #expect(bytes.firstIndex(ofEither: 1, or: 1, in: place..<count) == count - 1)
      }
    }
  }
}
