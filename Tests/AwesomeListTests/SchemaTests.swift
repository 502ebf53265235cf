import AwesomeList
import Exporting
import JSON
import Markdown
import TestSupport
import Testing

@Suite struct SchemaTests {
  private let validator = SchemaValidator(schema: ListSchema.value)

  @Test(arguments: Shapes.names)
  func everyExportMatchesTheSchema(_ name: String) throws {
    let value = ListExport(try List(Shapes.source(name))).value
    #expect(validator.problems(in: value) == [])
  }

  @Test func violationsOfTheSchemaAreFound() {
    let link: JSONValue = ["text": "x", "url": .null]
    let entry: JSONValue = [
      "title": "x", "url": .null, "description": .null, "shape": "sphere", "line": 0, "links": [link], "tags": [1],
      "children": [], "more": 1,
    ]
    let problems = validator.problems(in: ["title": "T", "blurb": .null, "entries": [entry]])
    #expect(
      problems.sorted() == [
        "$.entries[0].line: too small", "$.entries[0].links[0].url: not of type string",
        "$.entries[0].shape: not one of the values", "$.entries[0].tags[0]: not of type string",
        "$.entries[0]: has more", "$.entries[0]: lacks string(\"blocks\")", "$: lacks string(\"blocks\")",
        "$: lacks string(\"sections\")", "$: lacks string(\"version\")",
      ])
  }

  @Test func theSchemaIsUnchanged() throws {
    try Golden.check(ListSchema.json, "schema.json")
  }
}
