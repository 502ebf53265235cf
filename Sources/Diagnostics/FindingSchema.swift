public import JSON

/// The JSON Schema of what the reporter `json` prints.
public enum FindingSchema {
  public static var value: JSONValue {
    JSONSchema.document(
      title: "Findings", [JSONMember("type", "array"), JSONMember("items", JSONSchema.reference("finding"))],
      definitions: [
        ("finding", .object(JSONSchema.object(finding))), ("fix", .object(JSONSchema.object(fix))),
        ("edit", .object(JSONSchema.object(edit))), ("position", position),
      ])
  }

  private static let finding: [(String, JSONValue)] = [
    ("file", JSONSchema.plain("string", "The name of the file.")),
    ("rule", JSONSchema.plain("string", "The id of the rule; `awesome rules ID` explains it.")),
    ("severity", JSONSchema.choice(Severity.allCases.map(\.rawValue), "A note never fails a run.")),
    ("message", JSONSchema.plain("string", "The fault, and what to write.")),
    ("start", JSONSchema.reference("position")),
    ("end", JSONSchema.reference("position")),
    ("fix", ["description": "The change that mends it.", "anyOf": [JSONSchema.reference("fix"), ["type": "null"]]]),
  ]

  private static let fix: [(String, JSONValue)] = [
    ("safe", JSONSchema.plain("boolean", "Whether it keeps the content of the list.")),
    ("edits", JSONSchema.array(of: "edit", "The edits, which do not overlap.")),
  ]

  private static let edit: [(String, JSONValue)] = [
    ("start", JSONSchema.reference("position")),
    ("end", JSONSchema.reference("position")),
    ("replacement", JSONSchema.plain("string", "The new text.")),
  ]

  /// A place in a file.
  public static let position: JSONValue = .object(
    JSONSchema.object([
      ("line", JSONSchema.count(from: 1, "The line, from 1.")),
      ("column", JSONSchema.count(from: 1, "The column in Unicode scalars, from 1.")),
      ("offset", JSONSchema.count("The bytes of UTF-8 before it.")),
    ]))
}
