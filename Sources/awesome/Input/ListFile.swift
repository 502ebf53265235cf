import AwesomeList
import Markdown
import Source
import TextRepair

/// A list that was read and parsed.
struct ListFile: Sendable {
  let input: InputFile
  let text: DecodedText
  let list: List

  /// What a file must have for a command to check it: a file without any must not look clean.
  enum Content {
    case entries
    case links
  }

  var source: SourceText { text.source }
  /// Whether offsets differ from those in the file, so that it cannot be edited.
  var isTranscoded: Bool { text.isTranscoded }

  /// Reads a file as a list, and prints a note if it was transcoded.
  init(_ input: InputFile, requiring content: Content = .entries) throws(Failure) {
    try self.init(reading: input, requiring: content)
    printEncoding()
  }

  private init(reading input: InputFile, requiring content: Content) throws(Failure) {
    self.input = input
    text = try input.decoded()
    do {
      list = try List(text.source)
    } catch {
      throw input.failure(error)
    }
    switch content {
    case .entries where list.entries.isEmpty:
      throw input.failure("no entries found; an entry is a list item with a link")
    case .links where list.links.isEmpty:
      throw input.failure("no links found; write URLs as Markdown links")
    default: break
    }
  }

  /// Prints how a transcoded file can be fixed.
  private func printEncoding() {
    guard isTranscoded else { return }
    Console.note(
      "\(input.name): read as \(text.encoding.name); to fix findings, save it as UTF-8 (awesome repair --in-place)")
  }

  /// Reads several files on all cores; the error names all that cannot be read.
  static func read(_ inputs: [InputFile], requiring content: Content = .entries) async throws -> [ListFile] {
    var files: [ListFile] = []
    var problems: [String] = []
    let outcomes = try await inputs.concurrentMap { input in
      Result { () throws(Failure) in try ListFile(reading: input, requiring: content) }
    }
    for outcome in outcomes {
      switch outcome {
      case .success(let file):
        file.printEncoding()
        files.append(file)
      case .failure(let failure): problems += failure.messages
      }
    }
    guard problems.isEmpty else { throw Failure(problems) }
    return files
  }
}
