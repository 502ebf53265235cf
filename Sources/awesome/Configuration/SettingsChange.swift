import AwesomeList
import Linting

/// What a configuration changes in what rules are told.
struct SettingsChange: Hashable, Sendable {
  var words: Set<String> = []
  var duplicates: Set<String> = []
  var separator: Separator?
  var alphabet: Alphabet?

  /// The options that a rule has, by the names of their keys.
  static func options(of rule: String) -> [String] {
    switch rule {
    case "description-case", "brand-case": ["words"]
    case "duplicate-entry", "duplicate-name": ["duplicates"]
    case "entry-separator": ["separator"]
    case "order": ["language"]
    default: []
    }
  }

  mutating func read(_ fields: [String: YAMLField]) throws(ConfigurationError) {
    words.formUnion(try fields["words"]?.strings() ?? [])
    duplicates.formUnion(try fields["duplicates"]?.strings() ?? [])
    if let field = fields["separator"] { separator = try field.choice() }
    if let field = fields["language"] { alphabet = try field.alphabet() }
  }

  mutating func add(_ other: SettingsChange) {
    words.formUnion(other.words)
    duplicates.formUnion(other.duplicates)
    separator = other.separator ?? separator
    alphabet = other.alphabet ?? alphabet
  }

  func adding(_ other: SettingsChange) -> SettingsChange {
    var sum = self
    sum.add(other)
    return sum
  }

  func applied(to settings: Settings) -> Settings {
    var settings = settings
    settings.words.formUnion(words)
    settings.duplicates.formUnion(duplicates)
    if let separator { settings.separator = separator.rawValue }
    if let alphabet { settings.alphabet = alphabet }
    return settings
  }
}

/// What may stand between an entry's link and its description.
enum Separator: String, CaseIterable {
  case hyphen = "-"
  case enDash = "–"
  case emDash = "—"
  case colon = ":"
}
