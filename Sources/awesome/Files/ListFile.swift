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

  /// Reads a file as a list.
  init(_ input: InputFile, requiring content: Content = .entries) throws(Failure) {
    self.input = input
    text = try input.decoded()
    if text.isTranscoded {
      Console.note(
        "\(input.name): read as \(text.encoding.name); save it as UTF-8 (awesome repair --in-place) to fix findings")
    }
    do {
      list = List(try Document(text.source))
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

  /// Reads several; what is wrong is said of all of them together.
  static func read(_ inputs: [InputFile], requiring content: Content = .entries) throws(Failure) -> [ListFile] {
    var files: [ListFile] = []
    var problems: [String] = []
    for input in inputs {
      do throws(Failure) {
        files.append(try ListFile(input, requiring: content))
      } catch {
        problems += error.messages
      }
    }
    guard problems.isEmpty else { throw Failure(problems) }
    return files
  }
}
