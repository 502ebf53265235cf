import Diagnostics
import AwesomeList
import JSON
import Linting
import Source

/// The JSON Schema of `.awesome.yml`, for editors and checkers.
///
/// It describes values as YAML 1.2 reads them: `off` is a text. The parser knows more than a schema can express, such as keys that
/// exclude each other.
enum ConfigurationSchema {
  static var value: JSONValue {
    JSONSchema.document(
      title: ConfigurationFile.name, id: Awesome.schemaURL, mapping(Configuration.keys),
      definitions: [
        (Definition.settings.rawValue, .object(rules { ConfigurationValue.setting(of: $0).schema() })),
        (Definition.levels.rawValue, .object(rules { _ in ConfigurationValue<RuleLevel>.choice.schema() })),
      ])
  }

  /// What several keys have in common: it names every rule, and is written once.
  enum Definition: String {
    /// Levels of rules, or levels and options.
    case settings
    /// Levels of rules.
    case levels

    var reference: [JSONMember] { [JSONMember("$ref", .string("#/$defs/\(rawValue)"))] }
  }

  /// A description, for people who hover over a key.
  static func texts(_ text: String) -> [JSONMember] {
    let plain = text.replacing("`", with: "")
    let markdown = plain == text ? [] : [JSONMember("markdownDescription", .string(text))]
    return [JSONMember("description", .string(plain))] + markdown
  }

  /// No value at all is a mapping without keys.
  static func mapping<Target>(_ keys: [ConfigurationKey<Target>], required: [String] = []) -> [JSONMember] {
    let properties = keys.map { JSONMember($0.name, $0.schema()) }
    return [
      JSONMember("type", required.isEmpty ? ["object", "null"] : "object"),
      JSONMember("properties", .object(properties)), JSONMember("additionalProperties", false),
    ] + (required.isEmpty ? [] : [JSONMember("required", .array(required.map(JSONValue.string)))])
  }

  /// One of some words; those that YAML reads as numbers are right without quotes too.
  static func words(_ words: [String]) -> [JSONMember] {
    let numbers = words.compactMap(Double.init).map(JSONValue.number)
    return [JSONMember("enum", .array(words.map(JSONValue.string) + numbers))]
  }

  /// A text; a number without quotes is one too.
  static var text: [JSONMember] {
    [JSONMember("type", ["string", "number"]), JSONMember("minLength", 1)]
  }

  static func list(of items: [JSONMember], atLeast count: Int = 0) -> [JSONMember] {
    [JSONMember("type", "array"), JSONMember("items", .object(items))]
      + (count > 0 ? [JSONMember("minItems", .integer(count))] : [])
  }

  static func integer(in range: ClosedRange<Int>) -> [JSONMember] {
    [
      JSONMember("type", "integer"), JSONMember("minimum", .integer(range.lowerBound)),
      JSONMember("maximum", .integer(range.upperBound)),
    ]
  }

  /// Seconds, or a number with a unit.
  static func duration(in range: ClosedRange<Duration>) -> [JSONMember] {
    let first = Int((range.lowerBound / .seconds(1)).rounded(.up))
    let last = Int(range.upperBound / .seconds(1))
    return either(
      integer(in: first...last),
      [JSONMember("type", "string"), JSONMember("pattern", #"^([0-9]+|[0-9]+(\.[0-9]+)?(ms|s|m|h|d))$"#)])
  }

  /// Statuses as text, a single one as a number, or a list of these; never those of pages that are gone.
  static var statuses: [JSONMember] {
    let part = #" *[1-9][0-9][0-9] *((\.\.|-) *[1-9][0-9][0-9] *)?| *[1-9][xX][xX] *"#
    let text = [
      JSONMember("type", "string"), JSONMember("pattern", .string("^(\(part))(,(\(part)))*$")),
      JSONMember("not", ["pattern": .string(#"(^|,) *(404|410|4[xX][xX]) *(,|$)"#)]),
    ]
    let number = integer(in: 100...999) + [JSONMember("not", ["enum": [404, 410]])]
    return either(text, number, list(of: either(text, number)))
  }

  static func option(_ option: RuleOption) -> [JSONMember] {
    switch option.kind {
    case .words: list(of: text)
    case .choice(let choices): words(choices)
    case .language: words(Alphabet.languages)
    }
  }

  /// The schema of each rule and family, with what it is about.
  static func rules(_ value: (String) -> [JSONMember]) -> [JSONMember] {
    let families = RuleFamily.all.map { ($0.id, $0.summary, nil as String?) }
    let rules = RuleCatalogue.all.map { ($0.id, $0.summary, $0.helpURL) }
    let properties = (families + rules).map { id, summary, page in
      let texts = page.map {
        [
          JSONMember("description", .string(summary.replacing("`", with: ""))),
          JSONMember("markdownDescription", .string("\(summary)\n\n[\(id)](\($0))")),
        ]
      }
      return JSONMember(id, .object((texts ?? Self.texts(summary)) + value(id)))
    }
    return [
      JSONMember("type", ["object", "null"]), JSONMember("properties", .object(properties)),
      JSONMember("additionalProperties", false),
    ]
  }

  static func either(_ schemas: [JSONMember]...) -> [JSONMember] {
    [JSONMember("anyOf", .array(schemas.map(JSONValue.object)))]
  }
}
