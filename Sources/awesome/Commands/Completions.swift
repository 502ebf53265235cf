import ArgumentParser

struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the completions for a shell.",
    discussion: Examples.added([
      "source <(awesome completions bash)": "Try them in this bash.",
      "awesome completions zsh > ~/.zfunc/_awesome": "Install them for zsh; fpath must have the folder.",
      "awesome completions fish > ~/.config/fish/completions/awesome.fish": "Install them for fish.",
    ]))

  @Argument(help: ArgumentHelp("Shell.", valueName: "shell"))
  var shell: Shell

  /// The shells for which there are completions.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash
    case zsh
    case fish
  }

  func run() throws {
    let program = try CommandModel.program()
    switch shell {
    case .bash: Console.write(BashCompletions(program).script)
    case .zsh: Console.write(ZshCompletions(program).script)
    case .fish: Console.write(FishCompletions(program).script)
    }
  }
}
