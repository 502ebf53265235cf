import AwesomeList
import Markdown
import Source
import TextRepair

/// A list that was read and understood.
struct ListFile: Sendable {
  let input: InputFile
  let text: DecodedText
  let list: List

  /// What a file must hold for a command to judge it; to call one clean that holds nothing would be wrong.
  enum Content {
    case entries
    case links
  }

  var source: SourceText { text.source }
  /// Whether offsets are not those of the file, so that it cannot be edited.
  var isTranscoded: Bool { text.isTranscoded }

  /// Reads a file as a list, and says it where the file had to be transcoded.
  init(_ input: InputFile, requiring content: Content = .entries) throws(Failure) {
    try self.init(reading: input, requiring: content)
    sayEncoding()
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
      throw input.failure("no entry was recognised; an entry is a list item with a link")
    case .links where list.links.isEmpty:
      throw input.failure("there is no link in it")
    default: break
    }
  }

  /// Says of a file that had to be transcoded how to have it fixed.
  private func sayEncoding() {
    guard isTranscoded else { return }
    Console.note(
      "\(input.name): read as \(text.encoding.name); save it as UTF-8 (awesome repair --in-place) to fix findings")
  }

  /// Reads several on all cores; what is wrong is said of all of them together.
  static func read(_ inputs: [InputFile], requiring content: Content = .entries) async throws -> [ListFile] {
    var files: [ListFile] = []
    var problems: [String] = []
    let outcomes = try await inputs.concurrentMap { input in
      Result { () throws(Failure) in try ListFile(reading: input, requiring: content) }
    }
    for outcome in outcomes {
      switch outcome {
      case .success(let file):
        file.sayEncoding()
        files.append(file)
      case .failure(let failure): problems += failure.messages
      }
    }
    guard problems.isEmpty else { throw Failure(problems) }
    return files
  }
}
