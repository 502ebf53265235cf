import Source
import SystemPackage

/// A list as it was read, with its configuration.
struct InputFile: Sendable {
  /// The content that a file may have.
  enum Content {
    /// A list, which is not huge.
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

  /// The file's name in reports.
  let name: String
  /// The file's path; nil for standard input.
  let path: FilePath?
  let bytes: [UInt8]
  let configuration: Configuration

  /// The linting options of this file.
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
