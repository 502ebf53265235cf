import Source

/// The command line of this run with another option, for people to copy.
struct SuggestedCommand {
  /// The words after the command, without the options that only change how the run reports.
  private let words: [String]
  private let command: String

  /// Longer command lines are cut: a pattern of the shell can stand for a thousand files.
  private static let limit = 160
  private static let droppedFlags: Set = [
    "--check", "--fix", "--unsafe-fixes", "--diff", "--quiet", "--statistics", "--verbose",
  ]
  private static let droppedOptions: Set = ["--format", "--fail-on", "--color", "--record", "--replay"]

  /// Reads the arguments of a command that has been parsed without an error.
  init(_ command: String, arguments: [String] = CommandLine.arguments) {
    self.command = command
    var words: [String] = []
    var rest = arguments.dropFirst()
    if rest.first == command { rest.removeFirst() }
    while let word = rest.popFirst(), word != "--" {
      let name = String(word.prefix { $0 != "=" })
      if Self.droppedFlags.contains(word) { continue }
      if !Self.droppedOptions.contains(name) {
        words.append(word)
      } else if name == word {
        rest = rest.dropFirst()
      }
    }
    if !rest.isEmpty { words += ["--"] + rest }
    self.words = words
  }

  /// The command line, on one line and without passwords.
  func adding(_ option: String) -> String { line(after: "awesome \(command) \(option)") }

  /// The command line without another option.
  var line: String { line(after: "awesome \(command)") }

  private func line(after start: String) -> String {
    let line = ([start] + words.map(\.shellQuoted)).joined(separator: " ")
    let shown = Credentials.hidden(in: line)
    return shown.utf8.count <= Self.limit ? shown : start + " …"
  }
}
