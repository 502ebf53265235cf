import ArgumentParser

/// The files a command judges.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The lists; - is standard input.",
      discussion: "By default the configuration's list, else awesome.md, else the README.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var standardInput: StandardInputOptions

  @OptionGroup var configuration: ConfigurationOptions

  /// Reads every file once, in the order they were named; what cannot be read is said of all of them together.
  func load() throws -> [InputFile] {
    try InputLoader(standardInput: standardInput, configuration: configuration).load(files)
  }
}

/// The one file a command works on.
struct OneInputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The list; - is standard input.",
      discussion: "By default the configuration's list, else awesome.md, else the README.", valueName: "file"))
  var file: String?

  @OptionGroup var standardInput: StandardInputOptions

  @OptionGroup var configuration: ConfigurationOptions

  func load() throws -> InputFile {
    try loader.loadOne(file)
  }

  /// The file, or every list that the configuration names.
  func loadAll() throws -> [InputFile] {
    try loader.load(file.map { [$0] } ?? [])
  }

  private var loader: InputLoader {
    InputLoader(standardInput: standardInput, configuration: configuration)
  }
}

/// What standard input is called.
struct StandardInputOptions: ParsableArguments {
  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp("What to call standard input in reports.", valueName: "name"))
  var filename: String?

  var name: String { filename ?? "<stdin>" }
}
