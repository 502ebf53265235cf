import ArgumentParser
import Diagnostics
import Linting
import Source

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules of lint and check-links, or explain one.",
    discussion: Examples.added([
      "awesome rules": "List all rules.",
      "awesome rules description-end": "Explain a rule, with an example.",
      "awesome rules link-gone": "Explain a verdict of check-links.",
    ]))

  @Argument(help: ArgumentHelp("Rule or family of rules to explain; default: list all.", valueName: "id"))
  var id: String?

  @OptionGroup(title: "Output") var output: RulesOutputOptions

  func run() throws {
    guard let id else {
      Console.write(output.markdown ? RuleCatalogue.markdown : RuleCatalogue.table)
      return
    }
    if let family = RuleFamily.named(id) {
      Console.write("\(family.id)\n\n\(family.summary)\n\n" + RuleCatalogue.table(family.rules.map(\.description)))
      return
    }
    guard let rule = RuleCatalogue.named(id) else {
      let near = nearest(to: id, among: RuleCatalogue.names).map { "did you mean `\($0)`?" }
      throw Failure("unknown rule `\(id)`; \(near ?? "`awesome rules` lists them")")
    }
    Console.write(RulePage(rule).text)
  }
}

/// The form of the list of rules.
struct RulesOutputOptions: ParsableArguments {
  @Flag(help: "Print all rules as Markdown.")
  var markdown = false
}
