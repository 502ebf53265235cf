import Source
import SystemPackage

/// A pattern of the key `exclude`: files, and folders with all that is in them, that no command reads.
struct FileExclusion: Sendable {
  /// The file of the configuration, the line and the column.
  let place: String
  private let pattern: Glob

  /// Reads the items of the key.
  static func list(_ field: YAMLField) throws(ConfigurationError) -> [FileExclusion] {
    var exclusions: [FileExclusion] = []
    for item in try field.items() { exclusions.append(try FileExclusion(item)) }
    return exclusions
  }

  private init(_ field: YAMLField) throws(ConfigurationError) {
    var text = Substring(try field.localPath())
    if text.begins(with: "!") {
      throw field.error("`\(field.name)` cannot take files back in with `!`; write patterns that leave them in")
    }
    while text.begins(with: "./") { text = text.dropFirst(2) }
    while text.ends(with: "/") { text = text.dropLast() }
    guard !text.isEmpty, text != "." else { throw field.error("`\(field.name)` must not exclude the whole folder") }
    pattern = Glob(String(text), isPath: true)
    place = field.place
  }

  /// Whether a file, by its path from the configuration's folder, matches, or a folder that it is in.
  func covers(_ path: FilePath) -> Bool {
    var path = path
    while !path.isEmpty {
      if pattern.matches(path.string) { return true }
      guard path.removeLastComponent() else { return false }
    }
    return false
  }

  /// Whether there is such a file or folder.
  func hasMatch(in folder: FilePath) -> Bool {
    let path = folder.appending(pattern.text)
    return FileGlob(path.string)?.hasMatch ?? (path.linkType != nil)
  }

  /// The sentence for a pattern without such a file.
  var unmatched: String { "\(place): no file matches `\(pattern.text)` in `exclude`; correct it, or remove it" }
}
