import ArgumentParser
import JSON
import SystemPackage
import TextEncodings

struct Repair: AsyncParsableCommand, ReadsFiles {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Repair text that was saved in the wrong encoding.",
    discussion: Examples.added(
      [
        "awesome repair --in-place notes.txt": "Repair a file.",
        "awesome repair --check list.md": "Show the damage, and fail if there is any.",
        "awesome repair --from windows-1251 old.txt > new.txt": "Convert a file that is not UTF-8.",
      ],
      to: """
        Works on any text file. Emoji, typography and letters that were read as Windows-1252 or another code page are restored \
        where the original is certain; other damage is reported and kept. The result is UTF-8 without a byte order mark. \
        URLs are never changed. In Markdown, code is repaired only where the prose has the same damage, and comments that \
        suppress the rule mojibake apply; standard input is Markdown without --stdin-filename.
        """))

  @Argument(
    help: ArgumentHelp(
      "Text files; - is standard input; default: standard input if it is a pipe or a file, else the list.",
      valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup(title: "Output") var output: RepairOutputOptions
  @OptionGroup(title: "Output") var colors: ColorOptions
  @OptionGroup(title: "Input") var source: RepairInputOptions
  @OptionGroup(title: "Input") var standardInput: StandardInputOptions
  @OptionGroup(title: "Input") var configuration: ConfigurationOptions

  var fileNames: [String] {
    get { files }
    set { files = newValue }
  }

  mutating func validate() throws {
    if output.inPlace, files.contains("-") || standardInput.filename != nil {
      throw ValidationError("standard input cannot be written in place; name the file")
    }
    if files.count > 1, isFilter { throw ValidationError(Self.oneOutput) }
  }

  private static let oneOutput = "standard output takes one file; add --in-place, --check or --diff"

  /// Whether the repaired text goes to standard output.
  private var isFilter: Bool { !output.inPlace && !output.writesNothing && output.format == .text }

  func run() async throws {
    let inputs = try await load()
    if isFilter, inputs.count > 1 { throw Failure(Self.oneOutput) }
    let encoding = source.fallback
    let batch = try await inputs.map { input, _ throws(Failure) in try RepairedFile(input, fallback: encoding) }
    let results = batch.files
    let isWritten = output.inPlace && !output.writesNothing
    let changes = results.map { $0.change(inPlace: !isFilter) }
    if output.format == .json {
      if isWritten { for change in changes { try change.write() } }
      Console.write(JSONValue.array(results.map(\.json)).text)
    } else {
      for result in results {
        if isFilter { result.printEncoding() }
        result.printLeft()
      }
      for change in changes {
        if output.writesNothing { change.show(colors) } else { try change.write() }
      }
      if !isFilter { for result in results { result.printOutcome(isWritten: isWritten) } }
    }
    try batch.end(output.check && changes.contains { !$0.isEmpty } ? .findings : .clean)
  }

  /// The files that are named, else standard input where it may be meant, else the list of the configuration.
  private func load() async throws -> InputBatch<InputFile> {
    let mayMeanInput = !output.inPlace && FileDescriptor.standardInput.isInput
    let isInput = files.isEmpty && (standardInput.filename != nil || mayMeanInput)
    let loader = InputLoader(standardInput: standardInput, configuration: configuration, content: .anyText)
    return try await loader.load(isInput ? ["-"] : files, readsExcluded: isFilter)
  }
}

/// What is written, and where.
struct RepairOutputOptions: ParsableArguments {
  @Flag(name: .customLong("in-place"), help: "Write to the files; default: one file to standard output.")
  var inPlace = false

  @Flag(help: "Write nothing; if there is damage to repair, print a diff and exit with status 1.")
  var check = false

  @Flag(help: "Write nothing; print a diff.")
  var diff = false

  @Option(help: "Format of the report; json replaces the text and the diff, and lists every repair.")
  var format: RepairFormat = .text

  var writesNothing: Bool { check || diff }

  mutating func validate() throws {
    if format == .json, diff { throw ValidationError("--format json and --diff exclude each other") }
  }
}

/// How the files are read.
struct RepairInputOptions: ParsableArguments {
  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Encoding of bytes that are not UTF-8, such as windows-1251 or shift_jis; default: refuse them.",
      valueName: "encoding"),
    completion: .list(TextEncoding.labels), transform: TextEncoding.fallback)
  var fallback: TextEncoding?
}

/// The form of the report.
enum RepairFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}

extension TextEncoding {
  /// The encoding that a user names for bytes that are not UTF-8.
  fileprivate static func fallback(_ label: String) throws -> TextEncoding {
    if let encoding = TextEncoding(label: label), legacy.contains(encoding) { return encoding }
    throw ValidationError("unknown encoding “\(label)”; name one of \(labels.joined(separator: ", "))")
  }

  fileprivate static var labels: [String] { legacy.map(\.label) }
}
