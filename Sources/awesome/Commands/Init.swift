import ArgumentParser
import Linting
import SystemPackage

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a configuration for a list by looking at it.",
    discussion: "What the list does throughout is taken for its habit, so that what lint then finds is worth a look.")

  @Argument(
    help: ArgumentHelp("The list; by default awesome.md, else the README; - is standard input.", valueName: "file"))
  var file: String?

  @OptionGroup var standardInput: StandardInputOptions

  @Flag(help: "Replace the configuration that is there.")
  var force = false

  func run() throws {
    let input = try InputLoader(standardInput: standardInput, configuration: nil).loadOne(file)
    let list = try ListFile(input).list
    let target = Self.target(for: input)
    let name = target.path.string
    if !force, target.path.linkType != nil {
      throw Failure("\(name): there is a configuration already; edit it, or replace it with --force")
    }
    let environment = ListEnvironment(of: input)
    let habits = ListHabits(list, in: environment)
    let draft = ConfigurationDraft(habits, list: list, path: target.list)
    // What is written has to be what is read.
    let configuration: Configuration
    do {
      configuration = try Configuration(yaml: draft.text, file: name, ruleIDs: Rule.names)
    } catch {
      throw Failure("the configuration for \(input.name) could not be written down: \(error)")
    }
    do throws(FileError) {
      try AtomicFile.write(Array(draft.text.utf8), to: target.path)
    } catch {
      throw Failure(error.description)
    }
    let after = configuration.lint.linter().lint(list, in: environment).count
    Console.note(
      "\(name) written; lint has \(Self.findings(after)) with it, \(Self.findings(habits.findingsBefore)) without")
  }

  /// The configuration's file, in the working directory where the list is below it, else beside the list, and the list's path from there.
  private static func target(for input: InputFile) -> (path: FilePath, list: String?) {
    let own = FilePath(ConfigurationFile.name)
    guard let path = input.path, let file = path.resolved, let here = FilePath.here.resolved else { return (own, nil) }
    let below = file.relative(to: here)
    let list = below ?? FilePath(path.lastComponent?.string ?? "")
    let target = below == nil ? path.parent.appending(ConfigurationFile.name) : own
    return (target, list.components.contains(where: \.isGitFolder) ? nil : list.string)
  }

  private static func findings(_ count: Int) -> String { "\(count) \(count == 1 ? "finding" : "findings")" }
}
