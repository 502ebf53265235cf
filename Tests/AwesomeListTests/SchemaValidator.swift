import JSON

/// Checks a JSON document against a schema with the few keywords of the export's schema.
struct SchemaValidator {
  let schema: JSONValue

  /// The problems, each with its path; an unknown keyword is a problem too.
  func problems(in value: JSONValue) -> [String] { problems(value, schema, at: "$") }

  private func problems(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(place): the schema is no object"] }
    return keywords.flatMap { keyword -> [String] in
      switch (keyword.key, keyword.value) {
      case ("$schema", _), ("$defs", _), ("title", .string), ("description", _): []
      case ("$ref", .string(let name)): definition(name).map { problems(value, $0, at: place) } ?? ["no \(name)"]
      case ("type", .string(let type)): Self.isA(type, value) ? [] : ["\(place): not of type \(type)"]
      case ("type", .array(let types)):
        types.contains { if case .string(let type) = $0 { Self.isA(type, value) } else { false } }
          ? [] : ["\(place): of none of the types"]
      case ("enum", .array(let values)): values.contains(value) ? [] : ["\(place): not one of the values"]
      case ("minimum", .integer(let least)): Self.integer(value) >= least ? [] : ["\(place): too small"]
      case ("maximum", .integer(let most)): Self.integer(value) <= most ? [] : ["\(place): too large"]
      case ("items", let items):
        Self.elements(value).enumerated().flatMap { problems($1, items, at: "\(place)[\($0)]") }
      case ("properties", .object(let properties)):
        properties.flatMap { property in
          Self.member(property.key, of: value).map { problems($0, property.value, at: "\(place).\(property.key)") }
            ?? []
        }
      case ("required", .array(let names)):
        names.filter { name in
          if case .string(let name) = name { Self.member(name, of: value) == nil } else { true }
        }
        .map { "\(place): lacks \($0)" }
      case ("additionalProperties", .bool(false)):
        Self.names(value).filter { name in !Self.names(Self.member("properties", of: schema) ?? .null).contains(name) }
          .map { "\(place): has \($0)" }
      default: ["\(place): the keyword \(keyword.key) is not known"]
      }
    }
  }

  private func definition(_ reference: String) -> JSONValue? {
    let name = reference.split(separator: "/").last.map(String.init) ?? ""
    return Self.member("$defs", of: schema).flatMap { Self.member(name, of: $0) }
  }

  private static func isA(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("null", .null), ("string", .string), ("integer", .integer), ("array", .array), ("object", .object): true
    default: false
    }
  }

  private static func integer(_ value: JSONValue) -> Int {
    if case .integer(let integer) = value { integer } else { 0 }
  }

  private static func elements(_ value: JSONValue) -> [JSONValue] {
    if case .array(let elements) = value { elements } else { [] }
  }

  private static func names(_ value: JSONValue) -> [String] {
    if case .object(let members) = value { members.map(\.key) } else { [] }
  }

  private static func member(_ name: String, of value: JSONValue) -> JSONValue? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == name }?.value
  }
}
