import HTTP
import JSON
import LinkChecking
import Linting
import Source
import YAML

/// A kind of value in the configuration: how it is read, and the keywords of its JSON Schema.
struct ConfigurationValue<Value> {
  let schema: () -> [JSONMember]
  let read: (YAMLField) throws(ConfigurationError) -> Value

  init(
    _ schema: @autoclosure @escaping () -> [JSONMember],
    read: @escaping (YAMLField) throws(ConfigurationError) -> Value
  ) {
    self.schema = schema
    self.read = read
  }

  /// A mapping with some keys, read over an initial value.
  static func mapping(_ keys: [ConfigurationKey<Value>], from initial: Value) -> Self {
    Self(ConfigurationSchema.mapping(keys)) { (field) throws(ConfigurationError) in
      var value = initial
      try field.read(keys, into: &value)
      return value
    }
  }
}

extension ConfigurationValue where Value: RawRepresentable<String> & CaseIterable {
  /// One of the words of a type.
  static var choice: Self {
    Self(ConfigurationSchema.words(Value.allCases.map(\.rawValue))) { (field) throws(ConfigurationError) in
      try field.choice()
    }
  }
}

extension ConfigurationValue where Value == String {
  static var line: Self {
    Self([JSONMember("type", "string"), JSONMember("minLength", 1)]) { (field) throws(ConfigurationError) in
      try field.line()
    }
  }

  /// A path in the configuration's folder.
  static var path: Self {
    Self([JSONMember("type", "string"), JSONMember("pattern", #"^(?!/)(?!(.*/)?\.\.(/|$)).+$"#)]) {
      (field) throws(ConfigurationError) in try field.localPath()
    }
  }

  static var userAgent: Self {
    Self([JSONMember("type", "string"), JSONMember("pattern", "^[ -~]+$")]) { (field) throws(ConfigurationError) in
      try field.userAgent()
    }
  }
}

extension ConfigurationValue where Value == Int {
  static func integer(in range: ClosedRange<Int>) -> Self {
    Self(ConfigurationSchema.integer(in: range)) { (field) throws(ConfigurationError) in
      try field.integer(in: range)
    }
  }
}

extension ConfigurationValue where Value == Duration {
  static func duration(in range: ClosedRange<Duration>) -> Self {
    Self(ConfigurationSchema.duration(in: range)) { (field) throws(ConfigurationError) in
      try field.duration(in: range)
    }
  }
}

extension ConfigurationValue where Value == StatusSet {
  static var statuses: Self {
    Self(ConfigurationSchema.statuses) { (field) throws(ConfigurationError) in try field.statuses() }
  }
}

extension ConfigurationValue where Value == [LinkPattern] {
  /// Patterns of URLs.
  static var patterns: Self {
    Self(ConfigurationSchema.list(of: ConfigurationSchema.text)) { (field) throws(ConfigurationError) in
      try LinkPattern.list(field)
    }
  }
}

extension ConfigurationValue where Value == [FileExclusion] {
  static var exclusions: Self {
    Self(ConfigurationSchema.list(of: [JSONMember("type", "string"), JSONMember("pattern", "^[^/!]")])) {
      (field) throws(ConfigurationError) in try FileExclusion.list(field)
    }
  }
}

extension ConfigurationValue where Value == RuleOptions {
  /// The value of an option of rules.
  static func option(_ option: RuleOption) -> Self {
    Self(ConfigurationSchema.option(option)) { (field) throws(ConfigurationError) in
      var options = RuleOptions()
      options[option] = try field.value(of: option)
      return options
    }
  }
}

extension ConfigurationValue where Value == [YAMLField] {
  /// A list of mappings.
  static func items<Item>(_ keys: [ConfigurationKey<Item>], required: String) -> Self {
    Self(
      ConfigurationSchema.list(
        of: ConfigurationSchema.mapping(keys, required: [required]), atLeast: 1)
    ) { (field) throws(ConfigurationError) in
      let items = try field.items()
      if items.isEmpty { throw field.error("`\(field.name)` is empty; add an item with the key `\(required)`") }
      return items
    }
  }
}

extension ConfigurationValue where Value == [(key: String, value: YAMLField)] {
  /// A mapping with any keys, whose values are mappings.
  static func entries<Item>(_ keys: [ConfigurationKey<Item>]) -> Self {
    Self([
      JSONMember("type", "object"),
      JSONMember("additionalProperties", .object(ConfigurationSchema.mapping(keys))),
    ]) { (field) throws(ConfigurationError) in try field.entries() }
  }

  /// A mapping with the names of rules and families; the families come first, so that single rules override them.
  static func rules(_ definition: ConfigurationSchema.Definition) -> Self {
    Self(definition.reference) { (field) throws(ConfigurationError) in
      let fields = try field.fields(RuleCatalogue.names, of: "rule")
      let rank = { (name: String) in RuleFamily.named(name) == nil ? 1 : 0 }
      return fields.sorted { (rank($0.key), $0.key) < (rank($1.key), $1.key) }.map { ($0.key, $0.value) }
    }
  }
}
