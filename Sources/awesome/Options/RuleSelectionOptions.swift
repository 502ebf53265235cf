public import ArgumentParser
import Diagnostics
public import Linting
import Source

/// The rules a run is about.
struct RuleSelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Rules to start from; default: the configuration's preset, else awesome.", valueName: "name"))
  var preset: Preset?

  @Option(
    help: ArgumentHelp(
      "Run only these rules, even those that are off; comma-separated; default: those that are on.", valueName: "ids"))
  var select: RuleList?

  @Option(help: ArgumentHelp("Skip these rules; comma-separated; default: none.", valueName: "ids"))
  var ignore: RuleList?

  /// A linter for these rules and the configuration of a file.
  ///
  /// - Parameter baseline: an older version of the file, whose findings are left out.
  func linter(for input: InputFile, since baseline: SourceText? = nil) -> Linter {
    input.lintConfiguration.linter(
      preset: preset, selecting: select?.ids { $0.usualRules }, ignoring: ignore?.ids { $0.rules } ?? [],
      since: baseline)
  }
}

/// Rule ids separated by commas.
struct RuleList: ExpressibleByArgument {
  private let names: Set<String>

  init?(argument: String) {
    names = Set(argument.parts(at: ",").map { String($0.trimming { $0 == " " }) })
  }

  /// The ids, those of a family replaced by those of some of its rules.
  func ids(of family: (RuleFamily) -> [Rule]) -> Set<String> {
    Set(names.flatMap { name in RuleFamily.named(name).map { family($0).map(\.id) } ?? [name] })
  }

  /// Whether it names a rule.
  func contains(_ id: String) -> Bool { names.contains(id) }

  /// Throws for an id that no rule of a command has.
  func check(among known: [String], of command: String) throws {
    if names.isEmpty { throw ValidationError("no rule named; name one, or leave the option out") }
    for id in names.sorted() where !known.contains(id) {
      if RuleCatalogue.names.contains(id) { throw ValidationError("`\(id)` is not a rule of \(command)") }
      let near = nearest(to: id, among: known).map { "did you mean `\($0)`?" }
      throw ValidationError("unknown rule `\(id)`; \(near ?? "`awesome rules` lists them")")
    }
  }
}

extension RuleSelectionOptions {
  mutating func validate() throws {
    try select?.check(among: Rule.names, of: "lint")
    try ignore?.check(among: Rule.names, of: "lint")
  }
}

extension Preset: ExpressibleByArgument {}
