#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The path of a file, absolute or relative to the working directory.
struct Path: Hashable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  static let here = Path(".")

  var isAbsolute: Bool { text.hasPrefix("/") }

  /// The last component; of the root, nothing.
  var name: String { components.last.map(String.init) ?? "" }

  var components: [Substring] { text.split(separator: "/") }

  /// The folder that holds the file; the root's is the root, and that of a lone name the working directory.
  var parent: Path {
    guard let last = components.last else { return self }
    var end = last.startIndex
    while end > text.startIndex, text[text.index(before: end)] == "/" { end = text.index(before: end) }
    if end == text.startIndex { return Path(isAbsolute ? "/" : ".") }
    return Path(String(text[..<end]))
  }

  /// The path of a file in this folder; an absolute one stays as it is.
  func appending(_ other: String) -> Path {
    if other.hasPrefix("/") || text == "." { return Path(other) }
    return Path(text.hasSuffix("/") ? text + other : text + "/" + other)
  }

  /// The absolute path without symbolic links; nil when there is no such file.
  var resolved: Path? {
    guard let buffer = realpath(text, nil) else { return nil }
    defer { free(buffer) }
    return Path(String(cString: buffer))
  }

  /// Whether this is the folder or lies in it; both must be resolved.
  func isInside(_ folder: Path) -> Bool {
    text == folder.text || text.hasPrefix(folder.text.hasSuffix("/") ? folder.text : folder.text + "/")
  }

  /// The path as a person in the working directory would write it; this path must be resolved.
  var shown: String {
    guard let here = Path.here.resolved, isInside(here), text != here.text else { return text }
    return components.dropFirst(here.components.count).joined(separator: "/")
  }
}
