import Repository
import Source
import SystemPackage

/// Configurations as they are at the merge base with a revision: those of the working tree may be a stranger's change.
struct BaseConfiguration {
  private let repository: GitRepository
  private let base: Commit
  /// The files that were looked for, by path; nil for one that is not in the merge base.
  private var contents: [FilePath: [UInt8]?] = [:]

  /// Finds the merge base of a folder's repository.
  init(of folder: FilePath, since revision: String) async throws(RepositoryError) {
    repository = try await GitRepository(containing: folder.string)
    base = try await repository.mergeBase(with: revision)
  }

  /// The configuration for the files of a folder; that of the working tree where it is in another repository.
  ///
  /// - Parameter options: which file it is.
  mutating func load(_ options: ConfigurationOptions, for folder: FilePath) async throws -> Configuration {
    if options.none { return Configuration() }
    if let file = options.file {
      guard let path = place(of: FilePath(file)) else { return try options.load(for: folder) }
      guard try await content(of: path) != nil else { return Configuration() }
      return try await read(path)
    }
    // As `ConfigurationFile.find` does.
    var folder = folder
    while folder.starts(with: FilePath(repository.root)) {
      let path = folder.appending(ConfigurationFile.name)
      if try await content(of: path) != nil { return try await read(path) }
      guard folder.removeLastComponent() else { break }
    }
    return Configuration()
  }

  /// The path of a file in the repository, without following symbolic links in it, which may be a stranger's; nil for one elsewhere.
  private func place(of file: FilePath) -> FilePath? {
    let root = FilePath(repository.root)
    guard let here = FilePath(".").resolved else { return nil }
    var folder = here.pushing(file).lexicallyNormalized()
    var names: [FilePath.Component] = []
    while let name = folder.lastComponent {
      names.insert(name, at: 0)
      folder.removeLastComponent()
      if folder.resolved == root { return root.appending(names) }
    }
    return nil
  }

  /// Whether a configuration of the working tree is that of the merge base, by the files that were read for it.
  func isCurrent(_ current: Configuration, _ old: Configuration) -> Bool {
    guard current.file == old.file else { return false }
    return contents.allSatisfy { path, content in
      content == nil || (try? path.read(as: path.string, limit: 1 << 20)) == content
    }
  }

  /// The bytes of a file; nil where the merge base has none.
  private mutating func content(of path: FilePath) async throws -> [UInt8]? {
    if let known = contents[path] { return known }
    let bytes = try await repository.ownContent(of: path.string, at: base)
    contents[path] = .some(bytes)
    return bytes
  }

  /// Reads a file and those that it extends.
  private mutating func read(_ path: FilePath) async throws -> Configuration {
    while true {
      var missing: FilePath?
      do {
        return try ConfigurationFile.read(path, from: store { missing = $0 })
      } catch {
        // Git is asked between two attempts, each of which gets one file further.
        guard let missing else { throw error }
        _ = try await content(of: missing)
      }
    }
  }

  /// The files that are known; the first one that is not is reported.
  private func store(_ report: @escaping (FilePath) -> Void) -> ConfigurationFile.Store {
    ConfigurationFile.Store { path in
      let path = path.lexicallyNormalized()
      guard let content = contents[path] else {
        report(path)
        return nil
      }
      return content == nil ? nil : path
    } read: { path, name in
      guard let content = contents[path.lexicallyNormalized()], let bytes = content else {
        throw FileError.missing(name)
      }
      return bytes
    }
  }
}
