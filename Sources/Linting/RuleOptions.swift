/// A thing that a configuration can set for a rule; each rule declares its own, and reads them from its context.
public struct RuleOption: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A list of texts; the default unless set. What several places of a configuration set adds up.
    case words(default: Set<String> = [])
    /// One of some texts; the first unless set.
    case choice([String])
    /// The code of a language, such as `sv`; none unless set.
    case language
  }

  /// The key in the configuration.
  public let key: String
  /// What it does, in one sentence.
  public let summary: String
  public let kind: Kind
}

/// The options that several rules have; the configuration can set them for all of these at its top.
extension RuleOption {
  public static let shared = [words, duplicates, separator]

  public static let words = RuleOption(
    key: "words", summary: "Words to accept as they are written here: names in lower case, brands.", kind: .words())
  public static let duplicates = RuleOption(
    key: "duplicates", summary: "Addresses and names that may be in the list more than once.", kind: .words())
  public static let separator = RuleOption(
    key: "separator", summary: "The mark between an entry's link and its description, without the spaces around it.",
    kind: .choice(["-", "–", "—", ":"]))
}

/// What a configuration sets of the options of rules, by their keys.
public struct RuleOptions: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    case text(String)
    case words(Set<String>)
  }

  private var values: [String: Value] = [:]

  public init(_ options: [RuleOption: Value] = [:]) {
    for (option, value) in options { values[option.key] = value }
  }

  /// The words of an option of the kind `words`.
  func words(_ option: RuleOption) -> Set<String> {
    if case .words(let words) = self[option] { return words }
    return if case .words(let words) = option.kind { words } else { [] }
  }

  /// The text of an option of another kind; nil for a language that is not set.
  func text(_ option: RuleOption) -> String? {
    if case .text(let text) = self[option] { return text }
    if case .choice(let choices) = option.kind { return choices.first }
    return nil
  }

  /// What is set of an option; nil where nothing is.
  public subscript(option: RuleOption) -> Value? {
    get { values[option.key] }
    set { values[option.key] = newValue }
  }

  /// Puts what others set over these; words add up.
  /// Whether anything is set of a form that a rule asks for; words to accept set none.
  func setForm(of rule: Rule) -> Bool {
    rule.options.contains { option in
      if case .choice = option.kind { self[option] != nil } else { false }
    }
  }

  public mutating func merge(_ others: RuleOptions) {
    values.merge(others.values) { own, other in
      if case .words(let own) = own, case .words(let other) = other { .words(own.union(other)) } else { other }
    }
  }

  public func merging(_ others: RuleOptions) -> RuleOptions {
    var merged = self
    merged.merge(others)
    return merged
  }
}

extension RuleContext {
  /// The words of an option of the kind `words`.
  func words(_ option: RuleOption) -> Set<String> {
    options.words(option)
  }

  /// The text of an option of another kind; nil for a language that is not set.
  func text(_ option: RuleOption) -> String? {
    options.text(option)
  }
}
