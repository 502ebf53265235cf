import JSON
import Testing

@Test func valueIsWrittenInOrderWithIndentation() {
  let value: JSONValue = ["b": 1, "a": [true, .null, .number(0.5), .number(.infinity)], "empty": [], "none": [:]]
  let expected = """
    {
      "b": 1,
      "a": [
        true,
        null,
        0.5,
        null
      ],
      "empty": [],
      "none": {}
    }

    """
  #expect(value.text == expected)
}

@Test(arguments: [
  ("say \"hi\"", #"say \"hi\""#),
  ("a\\b", #"a\\b"#),
  ("line\nfeed\r\n\t", #"line\nfeed\r\n\t"#),
  ("https://example.org/a/b", "https://example.org/a/b"),
  ("\u{0}\u{1B}[31m\u{7F}\u{9B}", #"\u0000\u001b[31m\u007f\u009b"#),
  ("\u{202E}\u{2066}\u{2028}\u{FEFF}", #"\u202e\u2066\u2028\ufeff"#),
  ("⚒️ 👩‍🔬 é", "⚒️ 👩‍🔬 é"),
])
func stringsAreEscapedOnlyIfNecessary(string: String, written: String) {
  #expect(JSONValue.string(string).text == "\"\(written)\"\n")
}

@Test(arguments: [0, 1, 3, 5000])
func piecesTogetherEqualTheText(count: Int) {
  let members = [JSONMember("counts", ["all": .integer(count)]), JSONMember("none", [])]
  let elements = (0..<count).map { JSONValue.array([.integer($0), ["text": .string("é \"\($0)\"")], []]) }
  var pieces: [String] = []
  JSONValue.write(members, "elements", elements) { pieces.append($0) }
  #expect(pieces.joined() == JSONValue.object(members + [JSONMember("elements", .array(elements))]).text)
  #expect(pieces.allSatisfy { $0.utf8.count < 66 * 1024 } && pieces.count > count / 1000)
}
