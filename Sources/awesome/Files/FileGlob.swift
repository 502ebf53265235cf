import Source
import SystemPackage

/// The files that match a pattern, such as one on the command line which the shell did not expand.
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

  /// The files that match, sorted by name; hidden folders, links to folders and what git ignores are skipped.
  func files() async throws(FileError) -> [String] {
    var ignored = await IgnoredFiles(below: base)
    var found: [String] = []
    var hasIgnored = ignored.containsBase
    var visited = 0
    var folders = hasIgnored ? [] : [Folder(path: base, depth: 0)]
    while let folder = folders.popLast() {
      let names = FilePath(folder.path).fileNames
      if folder.depth > 0, names.contains(".git") { await ignored.add(repository: folder.path) }
      for name in names {
        visited += 1
        guard visited <= Self.limit else { throw .tooManyFiles(pattern.text, limit: Self.limit) }
        let path = folder.path + name
        if FilePath(path).linkType == .directory {
          if isSearched(name, in: folder), !ignored.contains(path) { folders.append(folder.inner(name)) }
        } else if pattern.matches(path) {
          if ignored.contains(path) { hasIgnored = true } else { found.append(path) }
        }
      }
    }
    guard !found.isEmpty else { throw hasIgnored ? .ignored(pattern.text) : .unmatched(pattern.text) }
    return found.sorted()
  }

  /// Whether a file or a folder matches, ignored or not; also where there are too many to search them all.
  var hasMatch: Bool {
    var visited = 0
    var folders = [Folder(path: base, depth: 0)]
    while let folder = folders.popLast() {
      for name in FilePath(folder.path).fileNames {
        visited += 1
        let path = folder.path + name
        if visited > Self.limit || pattern.matches(path) { return true }
        if FilePath(path).linkType == .directory, isSearched(name, in: folder) { folders.append(folder.inner(name)) }
      }
    }
    return false
  }

  private struct Folder {
    /// As the pattern has it, with a slash at its end.
    let path: String
    let depth: Int

    func inner(_ name: String) -> Folder { Folder(path: path + name + "/", depth: depth + 1) }
  }

  /// Whether there can be matches in a folder's subfolder.
  private func isSearched(_ name: String, in folder: Folder) -> Bool {
    !name.hasPrefix(".") && folder.depth < depth ?? .max
  }
}
