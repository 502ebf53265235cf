import ArgumentParser
import Linting
import Source
import SystemPackage

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a configuration that fits a list.",
    discussion: Examples.added(
      [
        "awesome init": "Write .awesome.yml for the list of this folder.",
        "awesome init docs/list.md": "Write it for another list.",
        "awesome init --github --pre-commit": "Write a workflow and a hook too.",
      ],
      to: "The forms that the list uses throughout become the configuration, so that lint reports only the exceptions.")
  )

  @Argument(
    help: ArgumentHelp("List; - is standard input; default: awesome.md, else the README.", valueName: "file"),
    completion: .file())
  var file: String?

  @OptionGroup(title: "Input") var standardInput: StandardInputOptions
  @OptionGroup(title: "Output") var output: InitOutputOptions

  func run() throws {
    let input = try InputLoader(standardInput: standardInput, configuration: nil).loadOne(file)
    let file = try ListFile(input)
    file.printNoEntries()
    let target = Self.target(for: input)
    let exists = target.path.linkType != nil
    guard !exists || output.force || output.isAutomation else {
      throw Failure("\(target.path): the configuration exists; edit it, or replace it with --force")
    }
    if exists, !output.force {
      Console.note("\(target.path) exists and was not changed")
    } else {
      try write(file, to: target)
    }
    let folder = target.path.parent.resolved ?? target.path.parent
    let root = folder.repositoryRoot ?? folder
    if output.github { try AutomationDraft.workflow.write(to: root) }
    if output.preCommit { try AutomationDraft.hook.write(to: root) }
  }

  private func write(_ file: ListFile, to target: (path: FilePath, list: String?)) throws {
    let (list, name) = (file.list, target.path.string)
    let environment = ListEnvironment(of: file)
    let proposal = ConfigurationProposal(list, in: environment)
    let draft = ConfigurationDraft(
      proposal, list: list, path: target.list, output: Self.output(of: file.input, target.list))
    // What is written must be readable.
    let configuration: Configuration
    do {
      configuration = try Configuration(yaml: draft.text, file: name)
    } catch {
      throw Failure("no configuration can be written for this list: \(error)")
    }
    do throws(FileError) {
      try AtomicFile.write(Array(draft.text.utf8), to: target.path)
    } catch {
      throw Failure(error.description)
    }
    let after = configuration.lint.linter().lint(list, in: environment).count
    Console.note(
      "\(name) written; lint reports \(counted(after, "finding")) with it, \(proposal.findingsBefore) without")
  }

  /// The path of the README beside the list, where that is another file.
  private static func output(of input: InputFile, _ list: String?) -> String? {
    guard let path = input.path, let list else { return nil }
    let name = DefaultList.readme(in: path.parent)
    let identity = path.parent.appending(name).identity
    return identity != nil && identity == path.identity ? nil : FilePath(list).parent.appending(name).string
  }

  /// The configuration's file, in the working directory if the list is below it, else beside the list; and the list's path from there.
  private static func target(for input: InputFile) -> (path: FilePath, list: String?) {
    let own = FilePath(ConfigurationFile.name)
    guard let path = input.path, let file = path.resolved, let here = FilePath.here.resolved else { return (own, nil) }
    let below = file.relative(to: here)
    let list = below ?? FilePath(path.lastComponent?.string ?? "")
    let target = below == nil ? path.parent.appending(ConfigurationFile.name) : own
    return (target, list.components.contains(where: \.isGitFolder) ? nil : list.string)
  }
}

/// What is written.
struct InitOutputOptions: ParsableArguments {
  @Flag(help: "Replace an existing configuration.")
  var force = false

  @Flag(help: "Write a workflow for GitHub Actions too: pull requests, and all links every night.")
  var github = false

  @Flag(name: .customLong("pre-commit"), help: "Write the hook of pre-commit too.")
  var preCommit = false

  /// Whether files besides the configuration are written.
  var isAutomation: Bool { github || preCommit }
}
