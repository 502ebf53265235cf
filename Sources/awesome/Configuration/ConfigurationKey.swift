import JSON

/// A key of a mapping in the configuration: the parser, its suggestions and the JSON Schema are made of these.
struct ConfigurationKey<Target> {
  let name: String
  /// Its schema, with the text that editors show.
  let schema: () -> JSONValue
  /// Reads the value of the key into the target.
  let read: (inout Target, YAMLField) throws(ConfigurationError) -> Void

  /// - Parameters:
  ///   - standard: the value without the key.
  ///   - text: what it sets, in Markdown.
  ///   - set: puts the value into the target.
  init<Value>(
    _ name: String, _ value: ConfigurationValue<Value>, default standard: JSONValue? = nil, _ text: String,
    set: @escaping (inout Target, Value) throws(ConfigurationError) -> Void
  ) {
    self.name = name
    schema = { Self.described(text, value.schema(), standard) }
    read = { (target, field) throws(ConfigurationError) in try set(&target, try value.read(field)) }
  }

  /// A key for a property.
  init<Value>(
    _ name: String, _ value: ConfigurationValue<Value>, at path: WritableKeyPath<Target, Value>,
    default standard: JSONValue? = nil, _ text: String
  ) {
    self.init(name, value, default: standard, text) { $0[keyPath: path] = $1 }
  }

  /// A key for a property that is nil without it.
  init<Value>(
    _ name: String, _ value: ConfigurationValue<Value>, at path: WritableKeyPath<Target, Value?>,
    default standard: JSONValue? = nil, _ text: String
  ) {
    self.init(name, value, default: standard, text) { $0[keyPath: path] = $1 }
  }

  private init(
    name: String, schema: @escaping () -> JSONValue,
    read: @escaping (inout Target, YAMLField) throws(ConfigurationError) -> Void
  ) {
    (self.name, self.schema, self.read) = (name, schema, read)
  }

  /// The same key of what has the target as a property.
  func of<Outer>(_ path: WritableKeyPath<Outer, Target>) -> ConfigurationKey<Outer> {
    ConfigurationKey<Outer>(name: name, schema: schema) { (outer, field) throws(ConfigurationError) in
      try read(&outer[keyPath: path], field)
    }
  }

  private static func described(_ text: String, _ schema: [JSONMember], _ standard: JSONValue?) -> JSONValue {
    .object(ConfigurationSchema.texts(text) + schema + (standard.map { [JSONMember("default", $0)] } ?? []))
  }
}

extension YAMLField {
  /// Reads a mapping with these keys, in their order; an unknown key is an error.
  func read<Target>(_ keys: [ConfigurationKey<Target>], into target: inout Target) throws(ConfigurationError) {
    let fields = try fields(keys.map(\.name))
    for key in keys {
      if let field = fields[key.name] { try key.read(&target, field) }
    }
  }
}
