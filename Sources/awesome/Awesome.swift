import ArgumentParser
import Source

/// The command line: it reads arguments, runs a command, and turns whatever came of it into an exit status.
@main
struct Awesome: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "awesome",
    abstract: "Lint, render, check and export curated Markdown lists.",
    discussion: """
      Exit status: 0 clean; 1 findings; 2 the run was not possible (usage, input, configuration); \
      3 the run cannot be trusted (no network); 130 interrupted.
      """,
    version: version,
    subcommands: all)

  static let version = "0.1.0"

  /// Where the project lives; a fork that lives elsewhere says so here, so that hosts know whom to ask about its requests.
  static let projectURL = "https://github.com/qdrant/awesome-metric-learning"

  static let _errorPrefix = "awesome: "

  /// Runs the command that the arguments name; does not return when the exit status is not 0.
  static func main() async {
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

  /// Reads the arguments; only what the library cannot read is looked at again for a better word about it.
  private static func parse() throws -> any ParsableCommand {
    do {
      return try parseAsRoot()
    } catch {
      try checkCommand(CommandLine.arguments.dropFirst().first)
      throw error
    }
  }

  /// Refuses a word where a command belongs, which the library would call an unexpected argument.
  private static func checkCommand(_ word: String?) throws(Failure) {
    let commands = all.map { $0._commandName }
    guard let word, !word.hasPrefix("-"), word != "help", !commands.contains(word) else { return }
    let hint =
      nearest(to: word, among: commands).map { "did you mean `\($0)`?" }
      ?? "there are " + commands.map { "`\($0)`" }.joined(separator: ", ")
    throw Failure("unknown command `\(word)`; \(hint)")
  }

  /// Says what went wrong, unless all was said, and ends the process with the status that stands for it.
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
      // The library says 64 (EX_USAGE) for usage errors, but nothing else can come here that is not one.
      if !text.isEmpty { Console.writeError(Console.inertLines(text) + "\n") }
      ExitStatus.unusable.endProcess()
    }
  }
}
