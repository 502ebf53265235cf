/// The completions for zsh.
///
/// Source: zshcompsys(1), `_arguments`.
struct ZshCompletions {
  let script: String

  init(_ program: CommandModel) {
    let function = "_" + program.name
    let commands = program.subcommands.map { "        '\($0.name):\(Self.escaped($0.abstract))'" }
    script = """
      #compdef \(program.name)
      # Completions of \(program.name) for zsh; written by \(program.name) completions zsh.

      \(function)() {
        local context state state_descr line
        typeset -A opt_args
        _arguments -S \\
      \(Self.specs(of: program).map { "    \($0) \\\n" }.joined())\
          '(-): :->command' '(-)*:: :->argument' && return
        case $state in
          command)
            local -a commands=(
      \(commands.joined(separator: "\n"))
            )
            _describe command commands
            ;;
          argument)
            case $words[1] in
      \(program.subcommands.map(Self.arguments).joined(separator: "\n"))
            esac
            ;;
        esac
      }

      if [[ $funcstack[1] == \(function) ]]; then
        \(function) "$@"
      else
        compdef \(function) \(program.name)
      fi

      """
  }

  private static func arguments(of command: CommandModel) -> String {
    "        \(command.name))\n          _arguments -S"
      + specs(of: command).map { " \\\n            \($0)" }.joined() + "\n          ;;"
  }

  /// What `_arguments` takes: a word for each option and argument.
  private static func specs(of command: CommandModel) -> [String] {
    command.arguments.map { argument in
      let value = argument.valueName.map { ":\($0):\(action(argument.completion))" } ?? ""
      let text = "[\(escaped(argument.abstract))]"
      switch argument.names.count {
      case 0:
        return "'\(argument.isRepeating ? "*" : argument.isOptional ? ":" : "")\(value)'"
      case 1:
        let repeating = argument.isRepeating ? "*" : ""
        return "'\(repeating)\(argument.names[0])\(value.isEmpty ? "" : "=")\(text)\(value)'"
      default:
        let names = argument.names
        return "'(\(names.joined(separator: " ")))'{\(names.joined(separator: ","))}'\(text)\(value)'"
      }
    }
  }

  private static func action(_ completion: ArgumentModel.Completion) -> String {
    switch completion {
    case .nothing: " "
    case .files: "_files"
    case .folders: "_files -/"
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .list(let words): " _values -s , item \(words.joined(separator: " "))"
    }
  }

  /// A text in single quotes that `_arguments` and `_describe` take as a description.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if "\\:[]".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped += scalar == "'" ? "'\\''" : String(scalar)
    }
    return escaped
  }
}
