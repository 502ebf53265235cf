import Source
import SystemPackage
import TextRepair

/// A list as it was read, with the configuration that holds for it.
struct InputFile: Sendable {
  /// What files may hold.
  enum Content {
    /// A list, which is not empty and not huge.
    case list
    case anyText

    /// The most bytes that are read; the largest lists have a tenth of theirs.
    var sizeLimit: Int {
      switch self {
      case .list: 8 << 20
      case .anyText: 1 << 30
      }
    }
  }

  /// What reports call it.
  let name: String
  /// Where it is; nil for standard input.
  let path: FilePath?
  let bytes: [UInt8]
  let configuration: Configuration

  /// What the configuration says about linting this file.
  var lintConfiguration: LintConfiguration {
    var lint = configuration.lint
    guard !configuration.files.isEmpty, let file = path?.resolved, let folder = configuration.folder.resolved,
      let name = file.relative(to: folder)?.string
    else { return lint }
    for (path, change) in configuration.files where path.matches(name) { lint.add(change) }
    return lint
  }

  /// A sentence that begins with the file's name.
  func failure(_ problem: some CustomStringConvertible) -> Failure {
    Failure("\(name): \(problem)")
  }
}

extension InputFile {
  /// The file's text; where it is in an older encoding, the failure says how to convert it.
  func decoded() throws(Failure) -> DecodedText {
    try Self.decode(bytes, as: name)
  }

  /// The text of bytes; the name is what errors call the file.
  static func decode(_ bytes: [UInt8], as name: String) throws(Failure) -> DecodedText {
    do {
      return try decodeText(bytes)
    } catch {
      guard case .invalidUTF8 = error, decodeWindows1252(bytes) != nil else { throw Failure("\(name): \(error)") }
      throw Failure(
        "\(name): \(error); every such byte is one of Windows-1252: if it is that, run awesome repair --from windows-1252"
      )
    }
  }
}
