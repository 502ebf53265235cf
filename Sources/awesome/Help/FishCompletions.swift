/// The completions for fish, from version 3.0 on.
///
/// Source: fish, `complete`.
struct FishCompletions {
  let script: String

  init(_ program: CommandModel) {
    let name = program.name
    let lines =
      program.options.map { "complete -c \(name) -n __fish_use_subcommand\(Self.option($0, name))" }
      + program.subcommands.map {
        "complete -c \(name) -n __fish_use_subcommand -a \($0.name) -d \(Self.quoted($0.abstract))"
      } + program.subcommands.flatMap { Self.lines(for: $0, name) }
    script = """
      # Completions of \(name) for fish; written by \(name) completions fish.

      # Offers words for the last item of a list with commas.
      function __\(name)_list
          set -l token (string replace -r '^--[^=]*=' '' -- (commandline -ct))
          set -l before (string replace -r '[^,]*$' '' -- $token)
          printf '%s\\n' "$before"$argv
      end

      complete -c \(name) -f
      \(lines.joined(separator: "\n"))

      """
  }

  private static func lines(for command: CommandModel, _ program: String) -> [String] {
    let start = "complete -c \(program) -n '__fish_seen_subcommand_from \(command.name)'"
    let argument = command.positionals.first.flatMap { values($0.completion, program) }
    return command.options.map { start + option($0, program) } + [argument].compactMap { $0.map { "\(start)\($0)" } }
  }

  private static func option(_ option: ArgumentModel, _ program: String) -> String {
    let names = option.names.map { $0.hasPrefix("--") ? " -l \($0.dropFirst(2))" : " -s \($0.dropFirst())" }
    let value = option.valueName == nil ? "" : " -r" + (values(option.completion, program) ?? " -f")
    return names.joined() + value + " -d \(quoted(option.abstract))"
  }

  private static func values(_ completion: ArgumentModel.Completion, _ program: String) -> String? {
    switch completion {
    case .nothing: nil
    case .files: " -F"
    case .folders: " -f -a '(__fish_complete_directories (commandline -ct))'"
    case .words(let words): " -f -a '\(words.joined(separator: " "))'"
    case .list(let words): " -f -a '(__\(program)_list \(words.joined(separator: " ")))'"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
