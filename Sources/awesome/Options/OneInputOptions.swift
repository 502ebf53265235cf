import ArgumentParser

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
