import ArgumentParser
import Diagnostics
import Linting
import Source

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules of lint and check-links, or explain one.")

  @Argument(help: ArgumentHelp("Rule or family of rules to explain; default: list all.", valueName: "id"))
  var id: String?

  @Flag(help: "Print all rules as Markdown.")
  var markdown = false

  func run() throws {
    guard let id else {
      Console.write(markdown ? RuleCatalogue.markdown : RuleCatalogue.table)
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
