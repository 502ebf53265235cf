import ArgumentParser

/// The lists that a command reads.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Lists; - is standard input; default: the configuration's list, else awesome.md, else the README.",
      valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup(title: "Input") var standardInput: StandardInputOptions

  @OptionGroup(title: "Input") var configuration: ConfigurationOptions

  @OptionGroup(title: "Input") var hook: HookOptions

  /// Reads every file once, in the order of the names; those that cannot be read are reported.
  ///
  /// - Parameter revision: that from whose merge base the configuration is; nil for that of the working tree.
  func load(since revision: String? = nil) async throws -> InputBatch<InputFile> {
    var loader = InputLoader(standardInput: standardInput, configuration: configuration)
    loader.revision = revision
    loader.skipsOthers = hook.onlyLists
    return try await loader.load(files)
  }
}

/// What a hook needs, which names every file of a commit.
struct HookOptions: ParsableArguments {
  @Flag(
    name: .customLong("only-lists"),
    help: "Skip named files that are not the lists of a run without names.")
  var onlyLists = false
}

/// The one list that a command reads.
struct OneInputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "List; - is standard input; default: the configuration's list, else awesome.md, else the README.",
      valueName: "file"), completion: .file())
  var file: String?

  @OptionGroup(title: "Input") var standardInput: StandardInputOptions

  @OptionGroup(title: "Input") var configuration: ConfigurationOptions

  func load() throws -> InputFile {
    try loader.loadOne(file)
  }

  /// The file, or every list that the configuration names.
  func loadAll() async throws -> InputBatch<InputFile> {
    try await loader.load(file.map { [$0] } ?? [], readsExcluded: true)
  }

  private var loader: InputLoader {
    InputLoader(standardInput: standardInput, configuration: configuration)
  }
}

/// The name of standard input.
struct StandardInputOptions: ParsableArguments {
  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp("Name of standard input in reports; default: <stdin>.", valueName: "name"))
  var filename: String?

  /// The name in reports of standard input without one.
  static let unnamed = "<stdin>"

  var name: String { filename ?? Self.unnamed }
}
