import Repository
import SystemPackage

/// What git ignores below a folder; nothing outside of a repository.
struct IgnoredFiles {
  /// Whether git ignores the folder itself.
  private(set) var containsBase = false

  /// The folder as a pattern has it, empty or with a slash at its end.
  private let base: String
  /// The same folder as git has it; nil for a missing one.
  private let resolved: FilePath?
  private var paths: Set<String> = []

  init(below base: String) async {
    self.base = base
    resolved = FilePath(base).resolved
    guard let resolved, let root = resolved.repositoryRoot else { return }
    await add(resolved)
    var folder = resolved
    while folder != root, !containsBase {
      containsBase = paths.contains(folder.string)
      guard folder.removeLastComponent() else { break }
    }
  }

  /// Adds what a repository below the folder ignores: of that, the outer one knows nothing.
  mutating func add(repository path: String) async {
    if let folder = FilePath(path).resolved { await add(folder) }
  }

  /// Whether git ignores a file or a folder below the folder.
  func contains(_ path: String) -> Bool {
    guard let resolved, !paths.isEmpty else { return false }
    return paths.contains(resolved.appending(String(path.dropFirst(base.count))).string)
  }

  private mutating func add(_ folder: FilePath) async {
    do throws(RepositoryError) {
      paths.formUnion(try await GitRepository(containing: folder.string).ignoredPaths(in: folder.string))
    } catch {
      Console.note("\(folder.shown): what git ignores is not skipped: \(error)")
    }
  }
}
