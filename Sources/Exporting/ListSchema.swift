import AwesomeList
public import JSON

/// The JSON Schema of `ListExport.json`.
///
/// Source: JSON Schema, draft 2020-12.
public enum ListSchema {
  /// The schema as JSON text.
  public static var json: String { value.text }

  public static var value: JSONValue {
    let members = JSONSchema.object([
      ("version", version),
      ("title", JSONSchema.nullable("string", "The text of the first heading of level 1.")),
      (
        "blurb",
        JSONSchema.nullable("string", "The first description of the list's subject; it is one of the blocks too.")
      ),
      (
        "blocks",
        JSONSchema.array(
          of: "block", "The other text outside of sections; its lines tell its places among the entries.")
      ),
      ("entries", JSONSchema.array(of: "entry", "The entries outside of sections.")),
      ("sections", JSONSchema.array(of: "section", "The outermost sections, in the order of the file.")),
    ])
    return JSONSchema.document(
      title: "A curated list", members,
      definitions: [
        ("section", .object(JSONSchema.object(section))), ("entry", .object(JSONSchema.object(entry))),
        ("block", .object(JSONSchema.object(block))), ("link", .object(JSONSchema.object(link))),
      ])
  }

  private static let section: [(String, JSONValue)] = [
    ("title", JSONSchema.plain("string", "The heading without the emoji at its start or end.")),
    ("emoji", JSONSchema.nullable("string", "The emoji at the heading's start or end.")),
    ("level", level),
    ("anchor", JSONSchema.plain("string", "The anchor that GitHub gives the heading, without the #.")),
    ("line", line),
    (
      "blocks",
      JSONSchema.array(
        of: "block", "The other text directly in the section; its lines tell its places among the entries.")
    ),
    ("entries", JSONSchema.array(of: "entry", "The entries directly in the section.")),
    ("sections", JSONSchema.array(of: "section", "The sections below this one.")),
  ]

  private static let entry: [(String, JSONValue)] = [
    ("title", JSONSchema.plain("string", "The text of the entry's link, or of a group's label.")),
    ("url", JSONSchema.nullable("string", "The entry's address; null for a group.")),
    ("description", JSONSchema.nullable("string", "The description, in one line.")),
    ("shape", shape),
    ("line", line),
    ("links", JSONSchema.array(of: "link", "The other links, in the order of the text.")),
    ("tags", ["description": "Short words in code spans.", "type": "array", "items": ["type": "string"]]),
    ("blocks", JSONSchema.array(of: "block", "The text below the entry that is not its description.")),
    ("children", JSONSchema.array(of: "entry", "The nested entries.")),
  ]

  private static let block: [(String, JSONValue)] = [
    ("kind", kind),
    (
      "text",
      JSONSchema.plain(
        "string", "The visible text: a line for each paragraph, item and row, tabs between the cells of a row.")
    ),
    ("links", JSONSchema.array(of: "link", "The links and images in the text, in its order, without badges.")),
    ("line", line),
  ]

  private static let link: [(String, JSONValue)] = [
    ("text", JSONSchema.plain("string", "The visible text.")),
    ("url", JSONSchema.plain("string", "The link's address.")),
  ]

  private static let line: JSONValue = [
    "description": "The line in the file, from 1.", "type": "integer", "minimum": 1,
  ]

  private static let version: JSONValue = [
    "description": "The version of this format.", "enum": [.integer(ListExport.version)],
  ]

  private static let kind: JSONValue = [
    "description": "The kind of the block.", "enum": .array(blockKinds.map { .string($0.rawValue) }),
  ]

  /// The kinds that are not only inside others.
  private static let blockKinds = Content.Kind.allCases.filter { ![.item, .row, .cell].contains($0) }

  private static let level: JSONValue = [
    "description": "The heading's level.", "type": "integer", "minimum": 1, "maximum": 6,
  ]

  private static let shape: JSONValue = [
    "description": "The form in which the entry is written.",
    "enum": .array(EntryShape.allCases.map { .string($0.rawValue) }),
  ]
}
