import ArgumentParser
import Diagnostics
import Source
import TextRepair

struct Repair: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Repair text that was saved in a wrong encoding, and nothing else.",
    discussion: """
      For any text file: emoji, typography and letters that were read as Windows-1252 or another code page are put back where it \
      is certain what they were. The result is UTF-8 without a byte order mark. In Markdown, code is repaired only where the \
      prose shows the same damage, and addresses never; comments that switch the rule mojibake off hold. What cannot be repaired with certainty is named and left as it is.
      """)

  @Argument(help: ArgumentHelp("The files; - is standard input, and the default.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var standardInput: StandardInputOptions

  @Flag(name: .customLong("in-place"), help: "Write the files themselves; by default one file goes to standard output.")
  var inPlace = false

  @Flag(help: "Write nothing; exit with 1 and show the difference when there is something to repair.")
  var check = false

  @Flag(help: "Write nothing; show what would change.")
  var diff = false

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("Read bytes that are not UTF-8 in this encoding: windows-1252.", valueName: "encoding"))
  var fallback: FallbackEncoding?

  mutating func validate() throws {
    if inPlace, files.contains("-") || files.isEmpty {
      throw ValidationError("standard input cannot be written in place; name the file")
    }
    if files.count > 1, !inPlace, !check, !diff {
      throw ValidationError("several files go to no one output; add --in-place, --check or --diff")
    }
  }

  func run() throws {
    let loader = InputLoader(standardInput: standardInput, configuration: nil, content: .anyText)
    let results = try repaired(loader.load(files.isEmpty ? ["-"] : files))
    for result in results {
      if !inPlace || check || diff { result.sayEncoding() }
      result.nameDoubts()
    }
    let changes = results.map { $0.change(inPlace: inPlace || check || diff) }
    if check || diff {
      for change in changes { change.show() }
      if check, changes.contains(where: { !$0.isEmpty }) { throw ExitStatus.findings }
      return
    }
    for change in changes { try change.write() }
    if inPlace { for result in results { result.say() } }
  }

  /// The files repaired; where some cannot be read as text all of those are named, and nothing is written.
  private func repaired(_ inputs: [InputFile]) throws(Failure) -> [RepairedFile] {
    var results: [RepairedFile] = []
    var problems: [String] = []
    for input in inputs {
      do throws(Failure) {
        results.append(try RepairedFile(input, fallback: fallback))
      } catch {
        problems += error.messages
      }
    }
    guard problems.isEmpty else { throw Failure(problems) }
    return results
  }
}

/// An encoding in which bytes that are not UTF-8 may be read when the user says so.
enum FallbackEncoding: String, CaseIterable, ExpressibleByArgument {
  case windows1252 = "windows-1252"
}
