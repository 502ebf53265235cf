import ArgumentParser
import Source

/// The command line: reads the arguments, runs a command, ends with an exit status.
@main
struct Awesome: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "awesome",
    abstract: "Lint, render, check and export curated Markdown lists.",
    discussion: Examples.added(
      [
        "awesome lint": "Report the findings in the list of this folder.",
        "awesome lint --fix && awesome render": "Fix what is safe to fix, and write the README.",
        "awesome help check-links": "Print the options of a command.",
      ], to: "Exit status: " + exitStatuses),
    version: version,
    subcommands: all)

  static let version = "0.1.0"

  /// The day of the version, which manual pages show.
  static let releaseDate = "2026-12-01"

  static let exitStatuses = """
    0 clean; 1 findings; 2 could not run (usage, configuration), or could not read a file; 3 no result to trust (no network, no link left); \
    130 interrupted.
    """

  /// The project's home, which requests name so that operators can ask about them; a fork puts its own here.
  static let projectURL = "https://github.com/qdrant/awesome-metric-learning"

  /// The address of one of the guides.
  static func guideURL(_ name: String) -> String {
    "\(projectURL)/blob/main/Sources/awesome/Documentation.docc/\(name).md"
  }

  /// The address of the JSON Schema of the configuration.
  static let schemaURL = "\(projectURL)/raw/main/Sources/awesome/Documentation.docc/awesome.schema.json"

  static let _errorPrefix = "awesome: "

  /// When the program started, for the time that reports show.
  static let start = ContinuousClock.now

  /// Runs the command that the arguments name; does not return when the exit status is not 0.
  static func main() async {
    _ = start
    Console.prepare()
    Memory.prepare()
    do {
      var command = try parse()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(after: error)
    }
  }

  /// Reads the arguments; what the library cannot read is checked once more for a better message.
  private static func parse() throws -> any ParsableCommand {
    // The library prints the help about all commands for one that there is not.
    if CommandLine.arguments.dropFirst().first == "help" { try checkCommand(CommandLine.arguments.dropFirst()) }
    let arguments = FileArguments(Array(CommandLine.arguments.dropFirst()))
    do {
      return try arguments.added(to: parseAsRoot(arguments.words))
    } catch {
      try checkCommand(CommandLine.arguments.dropFirst())
      throw error
    }
  }

  /// Refuses a first word that is not a command; the library would call it an unexpected argument.
  private static func checkCommand(_ words: ArraySlice<String>) throws(Failure) {
    let commands = all.map { $0._commandName }
    let word = words.first == "help" ? words.dropFirst().first : words.first
    guard let word, !word.hasPrefix("-"), word != "help", !commands.contains(word) else { return }
    throw Failure(MisplacedArgument.problem(withCommand: word))
  }

  /// Prints what went wrong, unless the command has, and ends the process with its exit status.
  private static func exit(after error: any Error) -> Never {
    switch error {
    case let status as ExitStatus: status.endProcess()
    case let failure as Failure:
      for message in failure.messages { Console.note(message) }
      failure.status.endProcess()
    default:
      let text = fullMessage(for: error)
      let status = exitCode(for: error)
      if status.isSuccess {
        Console.write(text + "\n")
        ExitStatus.clean.endProcess()
      }
      // Everything else that gets here is a usage error, for which the library has 64 (EX_USAGE).
      if !text.isEmpty { Console.writeError(Console.inertLines(text) + "\n") }
      ExitStatus.unusable.endProcess()
    }
  }
}
