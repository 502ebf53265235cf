import AwesomeList
import Linting
import Markdown
import Source
import TextEncodings
import TextRepair

/// A list that was read and parsed.
struct ListFile: Sendable {
  let input: InputFile
  let text: DecodedText
  let list: List

  var source: SourceText { text.source }
  /// Whether offsets differ from those in the file, so that it cannot be edited.
  var isTranscoded: Bool { text.isTranscoded }

  /// Reads a file as a list, and prints a note if it was transcoded.
  init(_ input: InputFile) throws(Failure) {
    try self.init(reading: input)
    printEncoding()
  }

  private init(reading input: InputFile) throws(Failure) {
    self.input = input
    text = try input.decoded()
    do {
      list = try List(text.source)
    } catch {
      throw input.failure(error)
    }
  }

  /// Prints how a transcoded file can be fixed.
  private func printEncoding() {
    guard isTranscoded else { return }
    Console.note(
      "\(input.name): read as \(text.encoding.name); to fix findings, save it as UTF-8 (awesome repair --in-place)")
  }

  /// Prints that a list has no entries, for commands that have no finding for it.
  func printNoEntries() {
    if let problem = Rule.missingEntries(in: list) { Console.note("\(input.name): \(problem)") }
  }

  /// Reads several files on all cores; those that cannot be read are reported.
  static func read(_ inputs: InputBatch<InputFile>) async throws -> InputBatch<ListFile> {
    let batch = try await inputs.map { input, _ throws(Failure) in try ListFile(reading: input) }
    for file in batch.files { file.printEncoding() }
    return batch
  }
}
