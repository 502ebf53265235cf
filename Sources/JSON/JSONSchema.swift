/// The parts of JSON Schemas.
///
/// Source: JSON Schema, draft 2020-12.
public enum JSONSchema {
  /// A whole schema, with a newline at its end when written.
  ///
  /// - Parameters:
  ///   - id: the address of the schema; nil for none.
  ///   - definitions: what its references name.
  public static func document(
    title: String, id: String? = nil, _ members: [JSONMember], definitions: [(String, JSONValue)] = []
  ) -> JSONValue {
    var document = [JSONMember("$schema", "https://json-schema.org/draft/2020-12/schema")]
    if let id { document.append(JSONMember("$id", .string(id))) }
    document.append(JSONMember("title", .string(title)))
    document += members
    if !definitions.isEmpty {
      document.append(JSONMember("$defs", .object(definitions.map { JSONMember($0.0, $0.1) })))
    }
    return .object(document)
  }

  /// The members of the schema of an object that has exactly these properties.
  public static func object(_ properties: [(String, JSONValue)]) -> [JSONMember] {
    [
      JSONMember("type", "object"),
      JSONMember("properties", .object(properties.map { JSONMember($0.0, $0.1) })),
      JSONMember("required", .array(properties.map { .string($0.0) })),
      JSONMember("additionalProperties", false),
    ]
  }

  public static func plain(_ type: String, _ description: String) -> JSONValue {
    ["description": .string(description), "type": .string(type)]
  }

  public static func nullable(_ type: String, _ description: String) -> JSONValue {
    ["description": .string(description), "type": [.string(type), "null"]]
  }

  /// A whole number from a least one on.
  public static func count(from least: Int = 0, _ description: String) -> JSONValue {
    ["description": .string(description), "type": "integer", "minimum": .integer(least)]
  }

  /// One of some words.
  public static func choice(_ words: [String], _ description: String) -> JSONValue {
    ["description": .string(description), "enum": .array(words.map(JSONValue.string))]
  }

  /// An array of what a definition of the schema describes.
  public static func array(of name: String, _ description: String) -> JSONValue {
    ["description": .string(description), "type": "array", "items": reference(name)]
  }

  /// What a definition of the schema describes.
  public static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/$defs/\(name)")] }
}
