import Diagnostics
import JSON
import TextRepair

/// The JSON Schema of the report of `repair --format json`.
enum RepairSchema {
  static var value: JSONValue {
    JSONSchema.document(
      title: "Repaired files", [JSONMember("type", "array"), JSONMember("items", JSONSchema.reference("file"))],
      definitions: [
        ("file", .object(JSONSchema.object(file))), ("repair", .object(JSONSchema.object(places + repair))),
        ("place", .object(JSONSchema.object(places + left))), ("position", FindingSchema.position),
      ])
  }

  private static let file: [(String, JSONValue)] = [
    ("file", JSONSchema.plain("string", "The name of the file.")),
    ("encoding", JSONSchema.plain("string", "The encoding of its bytes.")),
    ("repairs", JSONSchema.array(of: "repair", "The damage that is repaired.")),
    ("left", JSONSchema.array(of: "place", "The damage that is kept.")),
  ]

  private static let places: [(String, JSONValue)] = [
    ("start", JSONSchema.reference("position")),
    ("end", JSONSchema.reference("position")),
    ("before", JSONSchema.plain("string", "The damaged text.")),
  ]

  private static let repair: [(String, JSONValue)] = [
    ("after", JSONSchema.nullable("string", "The repaired text.")),
    ("page", JSONSchema.plain("string", "The code page by which the text was read.")),
    ("rounds", JSONSchema.count("The number of times that it was read so.")),
    ("certainty", JSONSchema.choice(Mojibake.Certainty.allCases.map(\.rawValue), "How certain the repair is.")),
  ]

  private static let left: [(String, JSONValue)] = [
    (
      "candidates",
      ["description": "Texts that it may have been.", "type": "array", "items": ["type": "string"]]
    ),
    ("obstacle", JSONSchema.choice(Mojibake.Obstacle.allCases.map(\.rawValue), "The kind of the reason.")),
    ("reason", JSONSchema.plain("string", "Why it is kept.")),
  ]
}
