/// The completions for bash, from version 3.2 on, without the package bash-completion.
///
/// Source: Bash Reference Manual, Programmable Completion.
struct BashCompletions {
  let script: String

  init(_ program: CommandModel) {
    let function = "_" + program.name
    let names = program.subcommands.map(\.name).joined(separator: " ")
    script = """
      # Completions of \(program.name) for bash; written by \(program.name) completions bash.

      # Offers words, as values of an option or as an argument.
      \(function)_words() {
        COMPREPLY=($(compgen -W "$1" -- "$cur"))
      }

      # Offers words for the last item of a list with commas.
      \(function)_list() {
        local before=
        if [[ $cur == *,* ]]; then before=${cur%,*},; fi
        COMPREPLY=($(compgen -P "$before" -W "$1" -- "${cur##*,}"))
        compopt -o nospace 2>/dev/null
      }

      # Offers files, or folders with -d.
      \(function)_files() {
        local file
        while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen "$1" -- "$cur")
        compopt -o filenames 2>/dev/null
      }

      \(function)() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= end= i
        COMPREPLY=()
        # Bash splits --format=json into three words.
        if [[ $cur == = ]]; then
          cur=
        elif [[ $prev == = ]]; then
          prev=${COMP_WORDS[COMP_CWORD-2]}
        fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            --) end=1 ;;
            -*) ;;
            *) if [[ -z $command ]]; then command=${COMP_WORDS[i]}; fi ;;
          esac
        done
        if [[ -z $command ]]; then
          case $cur in
            -*) \(function)_words '\(Self.words(program.options))' ;;
            *) \(function)_words '\(names)' ;;
          esac
          return
        fi
        if [[ -z $end ]]; then
          case $command:$prev in
      \(program.subcommands.flatMap { Self.values(of: $0, function) }.joined(separator: "\n"))
          esac
          if [[ $cur == -* ]]; then
            case $command in
      \(program.subcommands.map { "        \($0.name)) \(function)_words '\(Self.words($0.options))' ;;" }.joined(separator: "\n"))
            esac
            return
          fi
        fi
        case $command in
      \(program.subcommands.compactMap { Self.argument(of: $0, function) }.joined(separator: "\n"))
        esac
      }

      complete -F \(function) \(program.name)

      """
  }

  private static func words(_ options: [ArgumentModel]) -> String {
    options.flatMap(\.names).joined(separator: " ")
  }

  /// A line for each option with a value.
  private static func values(of command: CommandModel, _ function: String) -> [String] {
    command.options.filter { $0.valueName != nil }.map { option in
      let patterns = option.names.map { "\(command.name):\($0)" }.joined(separator: "|")
      return "      \(patterns)) \(action(option.completion, function).map { $0 + "; " } ?? "")return ;;"
    }
  }

  private static func argument(of command: CommandModel, _ function: String) -> String? {
    guard let argument = command.positionals.first, let action = action(argument.completion, function) else {
      return nil
    }
    return "    \(command.name)) \(action) ;;"
  }

  private static func action(_ completion: ArgumentModel.Completion, _ function: String) -> String? {
    switch completion {
    case .nothing: nil
    case .files: "\(function)_files -f"
    case .folders: "\(function)_files -d"
    case .words(let words): "\(function)_words '\(words.joined(separator: " "))'"
    case .list(let words): "\(function)_list '\(words.joined(separator: " "))'"
    }
  }
}
