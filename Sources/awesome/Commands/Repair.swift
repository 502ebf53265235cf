import ArgumentParser
import Diagnostics
import Source
import TextEncodings

struct Repair: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Repair text that was saved in the wrong encoding.",
    discussion: """
      Works on any text file. Emoji, typography and letters that were read as Windows-1252 or another code page are restored \
      where the original is certain; other damage is reported and kept. The result is UTF-8 without a byte order mark. \
      URLs are never changed. In Markdown, code is repaired only where the prose has the same damage, and comments that \
      suppress the rule mojibake apply.
      """)

  @Argument(help: ArgumentHelp("Text files; - is standard input; default: standard input.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var standardInput: StandardInputOptions

  @OptionGroup var configuration: ConfigurationOptions

  @Flag(name: .customLong("in-place"), help: "Write to the files; default: one file to standard output.")
  var inPlace = false

  @Flag(help: "Write nothing; if there is damage to repair, print a diff and exit with status 1.")
  var check = false

  @Flag(help: "Write nothing; print a diff.")
  var diff = false

  @OptionGroup var colors: ColorOptions

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Encoding of bytes that are not UTF-8, such as windows-1251 or shift_jis; default: refuse them.",
      valueName: "encoding"),
    completion: .list(TextEncoding.labels), transform: TextEncoding.fallback)
  var fallback: TextEncoding?

  mutating func validate() throws {
    if inPlace, files.contains("-") || files.isEmpty {
      throw ValidationError("standard input cannot be written in place; name the file")
    }
    if files.count > 1, !inPlace, !check, !diff {
      throw ValidationError("standard output takes one file; add --in-place, --check or --diff")
    }
  }

  func run() async throws {
    let loader = InputLoader(standardInput: standardInput, configuration: configuration, content: .anyText)
    let inputs = try await loader.load(
      files.isEmpty ? ["-"] : files, readsExcluded: !inPlace && !check && !diff)
    let batch = try await inputs.map { [fallback] input, _ throws(Failure) in
      try RepairedFile(input, fallback: fallback)
    }
    let results = batch.files
    for result in results {
      if !inPlace || check || diff { result.printEncoding() }
      result.reportDamage()
    }
    let changes = results.map { $0.change(inPlace: inPlace || check || diff) }
    if check || diff {
      for change in changes { change.show(colors) }
      return try batch.end(check && changes.contains { !$0.isEmpty } ? .findings : .clean)
    }
    for change in changes { try change.write() }
    if inPlace { for result in results { result.printOutcome() } }
    try batch.end()
  }
}

extension TextEncoding {
  /// The encoding that a user names for bytes that are not UTF-8.
  fileprivate static func fallback(_ label: String) throws -> TextEncoding {
    if let encoding = TextEncoding(label: label), legacy.contains(encoding) { return encoding }
    throw ValidationError("unknown encoding “\(label)”; name one of \(labels.joined(separator: ", "))")
  }

  fileprivate static var labels: [String] { legacy.map(\.label) }
}
