import ArgumentParser
import Diagnostics
import Linting

/// The rules a run is about.
struct RuleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The rules to begin with, before the configuration changes them.", valueName: "name"))
  var preset: Preset?

  @Option(help: ArgumentHelp("Ask only these rules, also those that are off; separated by commas.", valueName: "ids"))
  var select: RuleList?

  @Option(help: ArgumentHelp("Do not ask these rules; separated by commas.", valueName: "ids"))
  var ignore: RuleList?

  /// A linter for these rules with the severities of a configuration.
  func linter(_ configuration: Configuration) -> Linter {
    let chosen = preset ?? configuration.preset ?? .awesome
    var severities = chosen.severities.merging(configuration.rules.mapValues(\.severity)) { $1 }
    let selected = select?.ids
    for rule in Rule.all where selected?.contains(rule.id) == true {
      if (severities[rule.id] ?? rule.defaultSeverity) == nil { severities[rule.id] = .warning }
    }
    let rules = Rule.all.filter { rule in
      selected?.contains(rule.id) != false && ignore?.ids.contains(rule.id) != true
    }
    return Linter(rules: rules, severities: severities, settings: chosen.settings(configuration.settings))
  }
}

/// Rule ids separated by commas.
struct RuleList: ExpressibleByArgument {
  let ids: Set<String>

  init?(argument: String) {
    ids = Set(argument.split(separator: ",").map(\.trimmedSpaces))
  }

  /// Throws for an id that no rule has.
  func check() throws {
    for id in ids.sorted() where Rule.named(id) == nil {
      let near = nearest(to: id, among: Rule.all.map(\.id)).map { "did you mean `\($0)`?" }
      throw ValidationError("there is no rule `\(id)`; \(near ?? "`awesome rules` lists them")")
    }
  }
}

extension RuleOptions {
  mutating func validate() throws {
    try select?.check()
    try ignore?.check()
  }
}

extension Substring {
  fileprivate var trimmedSpaces: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
