import ArgumentParser

/// What standard input is called.
struct StandardInputOptions: ParsableArguments {
  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp("What to call standard input in reports.", valueName: "name"))
  var filename: String?

  var name: String { filename ?? "<stdin>" }
}
