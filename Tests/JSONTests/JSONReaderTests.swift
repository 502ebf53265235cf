import JSON
import Testing

@Suite struct JSONReaderTests {
  @Test func writtenValueIsReadBack() throws {
    let value: JSONValue = [
      "a": .array([.null, .bool(true), .bool(false), .integer(-12), .number(0.5), .array([]), .object([])]),
      "b\n": .string("\u{0} \u{2028} \"\\ \u{1F600} \u{202E}é"),
    ]
    #expect(try JSONValue(parsing: Array(value.text.utf8)) == value)
    #expect(try JSONValue(parsing: Array(value.line.utf8)) == value)
    #expect(value.line.utf8.count { $0 == 10 } == 1)
    #expect(value["a"]?.array?.count == 7 && value["c"] == nil)
  }

  @Test func escapesAndNumbersAreRead() throws {
    #expect(try JSONValue(parsing: Array(#" "\u00e9\ud83d\uDE00\/\b" "#.utf8)) == .string("é\u{1F600}/\u{8}"))
    #expect(try JSONValue(parsing: Array("[0,-0,1e3,12345678901234567890]".utf8)).array?.count == 4)
  }

  @Test(arguments: [
    "", " ", "{", "}", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "\"", "\"\n\"", "\"\\x\"", "\"\\ud800\"",
    "\"\\udc00x\"",
    "\"\\u12", "tru", "nul", "01", "1.", "-", "+1", ".5", "1 1", "\u{FEFF}1",
    "[" + String(repeating: "[", count: 100_000),
  ])
  func malformedTextIsAnError(text: String) {
    #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
  }

  @Test func invalidUTF8IsAnError() {
    #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
  }
}
