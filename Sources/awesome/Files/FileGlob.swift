import Source
import SystemPackage

/// The files that match a pattern on the command line which the shell did not expand.
struct FileGlob {
  /// The most files and folders that are searched.
  private static let limit = 200_000

  private let pattern: Glob
  /// The folder before the first star, as it is written; empty for the working directory.
  private let base: String
  /// How many folders deep below the base a match can be; nil for any depth.
  private let depth: Int?

  /// Reads a pattern; nil for a name without `*` and `?`, and for that of a file.
  init?(_ name: String) {
    guard name.contains(where: { $0 == "*" || $0 == "?" }), FilePath(name).linkType == nil else {
      return nil
    }
    pattern = Glob(name, isPath: true)
    let components = name.split(separator: "/", omittingEmptySubsequences: false)
    let fixed = components.prefix { !$0.contains { $0 == "*" || $0 == "?" } }
    base = fixed.isEmpty ? "" : fixed.joined(separator: "/") + "/"
    depth = name.contains("**") ? nil : components.count - fixed.count - 1
  }

  /// The files that match, sorted by name; hidden folders and links to folders are skipped.
  func files() throws(Failure) -> [String] {
    var found: [String] = []
    var visited = 0
    var folders = [(path: base, depth: 0)]
    while let folder = folders.popLast() {
      for name in FilePath(folder.path).fileNames {
        visited += 1
        guard visited <= Self.limit else {
          throw Failure("\(pattern.text): more than \(Self.limit) files to search; begin the pattern with a folder")
        }
        let path = folder.path + name
        if FilePath(path).linkType == .directory {
          if !name.hasPrefix("."), folder.depth < depth ?? .max { folders.append((path + "/", folder.depth + 1)) }
        } else if pattern.matches(path) {
          found.append(path)
        }
      }
    }
    guard !found.isEmpty else {
      throw Failure("\(pattern.text): no file matches this pattern; check it, or name a file")
    }
    return found.sorted()
  }
}
