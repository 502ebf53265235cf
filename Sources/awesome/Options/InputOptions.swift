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
