import Testing
import YAML

@Suite struct NodeTests {
  @Test func valuesKeepTheirTextOrderAndPlace() throws {
    let root = try #require(try Node.read("b: off\na:\n  - 'é': \"~\"\n    ü: ~\n"))
    #expect(root.description == #"{b@1:1: off@1:4, a@2:1: [{"é"@3:5: "~"@3:10, ü@4:5: null@4:8}@3:5]@3:3}@1:1"#)
  }

  @Test(arguments: ["", "# a\n", "\u{FEFF}"]) func aTextWithoutValueIsEmpty(_ text: String) throws {
    #expect(try Node.read(text) == nil)
  }

  @Test(arguments: [
    ("a: &x [1]\nb: *x", "{a@1:1: [1@1:8]@1:4, b@2:1: [1@1:8]@1:4}@1:1"),
    ("a: &x 1\nb: &x 2\nc: *x", "{a@1:1: 1@1:4, b@2:1: 2@2:4, c@3:1: 2@2:4}@1:1"),
  ]) func aliasesAreTheirValues(_ text: String, _ tree: String) throws {
    #expect(try Node.read(text)?.description == tree)
  }

  @Test(arguments: [("a: !!str ~", "\"~\"@1:4"), ("a: ! b", "\"b\"@1:4"), ("a: null", "null@1:4"), ("a:", "null@1:3")])
  func aTagMakesTextOfAValue(_ text: String, _ value: String) throws {
    #expect(try Node.read(text)?.description == "{a@1:1: \(value)}@1:1")
  }

  @Test func linesEndAsOnAnySystem() throws {
    #expect(try Node.read("a: 1\r\nb: 2\rc: 3")?.description == "{a@1:1: 1@1:4, b@2:1: 2@2:4, c@3:1: 3@3:4}@1:1")
  }

  @Test func depthAndAliasesHaveALimit() throws {
    let deep = String(repeating: "[", count: 100)
    #expect(try Node.read(deep + String(repeating: "]", count: 100)) != nil)
    #expect(problem(deep + "[") == "1:101 more than 100 lists or mappings inside of each other")
    #expect(problem(String(repeating: "{a: ", count: 200_000))?.hasSuffix("inside of each other") == true)
    #expect(problem(String(repeating: "- ", count: 200_000))?.hasSuffix("inside of each other") == true)
    let aliases = "a: &a b\nc: [" + Array(repeating: "*a", count: 24).joined(separator: ", ")
    #expect(try Node.read(aliases + "]") != nil)
    #expect(problem(aliases + ", *a]") == "2:101 more than 24 aliases (`*name`); write the values out")
  }

  @Test(arguments: [
    ("a: *b", "1:4 no value above has the anchor `&b`; put text that begins with `*` in quotes"),
    ("a: &a [*a]", "1:8 no value above has the anchor `&a`; put text that begins with `*` in quotes"),
    ("a: 1\n---\nb: 2", "2:1 a second document begins here; remove `---`"),
    ("a: !include b", "1:4 the tag `!include` means nothing here; remove it, or put the text in quotes"),
    ("x:\n  a: 1\n  b: 2\n  a: 3", "4:3 duplicate key `a`; the first one is on line 2"),
    ("{a: 1, a: 2}", "1:8 duplicate key `a`; the first one is on line 1"),
  ]) func whatCannotBeReadHasItsPlace(_ text: String, _ sentence: String) {
    #expect(problem(text) == sentence)
  }

  @Test func keysThatOnlyLookAlikeAreTwo() throws {
    #expect(try Node.read("\u{E9}: 1\ne\u{301}: 2") != nil)
  }

  private func problem(_ text: String) -> String? { YAMLTests.problem(text) }
}

/// The error of a text with its line and column.
func problem(_ text: String) -> String? {
  do throws(YAMLError) {
    _ = try Node.read(text)
    return nil
  } catch {
    return "\(error.place.line):\(error.place.column) \(error.problem)"
  }
}

extension Node {
  /// The value with the place of each node; text that is only text is in quotes.
  fileprivate var description: String {
    let text =
      switch value {
      case .scalar(let scalar): scalar.isNull ? "null" : scalar.isPlain ? scalar.text : "\"\(scalar.text)\""
      case .sequence(let items): "[\(items.map(\.description).joined(separator: ", "))]"
      case .mapping(let entries):
        "{\(entries.map { "\($0.key.description): \($0.value.description)" }.joined(separator: ", "))}"
      }
    return "\(text)@\(place.line):\(place.column)"
  }
}
