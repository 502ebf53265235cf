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
    let loader = InputLoader(standardInput: standardInput, configuration: configuration)
    return try loader.loadOne(file)
  }
}
