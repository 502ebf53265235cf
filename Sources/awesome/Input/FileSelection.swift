import SystemPackage

/// The files that the names of a run mean, without those that a configuration excludes.
struct FileSelection {
  struct File {
    let name: String
    let path: FilePath
    let configuration: Configuration
  }

  private let loader: ConfigurationLoader
  /// Whether an excluded file that is named outright is left out too: other programs name every file, such as a shell or pre-commit.
  private let leavesOutNamed: Bool
  private var hasPattern = false
  /// The exclusions that have left out a file, by their places.
  private var used: Set<String> = []

  init(_ loader: ConfigurationLoader, leavesOutNamed: Bool) {
    self.loader = loader
    self.leavesOutNamed = leavesOutNamed
  }

  /// The files of a name or a pattern; a file that is named but excluded is noted, and others are not.
  mutating func files(of name: String) async throws -> [File] {
    guard let glob = FileGlob(name) else {
      let file = try await file(name)
      guard leavesOutNamed, let exclusion = exclusion(of: file) else { return [file] }
      Console.note("\(name): left out by `exclude` (\(exclusion.place)); to read it all the same, add --no-config")
      return []
    }
    hasPattern = true
    var files: [File] = []
    var excluding: Configuration?
    for name in try await glob.files() {
      let file = try await file(name)
      if exclusion(of: file) == nil { files.append(file) } else { excluding = file.configuration }
    }
    if files.isEmpty, let configuration = excluding?.file {
      throw FileError.excluded(name, configuration: configuration)
    }
    return files
  }

  private func file(_ name: String) async throws -> File {
    let path = FilePath(name)
    return File(name: name, path: path, configuration: try await loader.configuration(for: path.parent))
  }

  /// The exclusion that leaves a file out; nil for a file that is read.
  private mutating func exclusion(of file: File) -> FileExclusion? {
    let configuration = file.configuration
    guard !configuration.exclude.isEmpty, let folder = configuration.folder.resolved,
      let name = file.path.lastComponent,
      let path = file.path.parent.resolved?.appending(name).relative(to: folder)
    else { return nil }
    let exclusion = configuration.exclude.first { $0.covers(path) }
    if let exclusion { used.insert(exclusion.place) }
    return exclusion
  }

  /// Prints which exclusions no file matches, in a run that looked for files: they were mistyped, or the files are gone.
  func printNotes() {
    guard hasPattern else { return }
    var known = used
    for configuration in loader.configurations.sorted(by: { $0.key.string < $1.key.string }).map(\.value) {
      for exclusion in configuration.exclude where known.insert(exclusion.place).inserted {
        if !exclusion.hasMatch(in: configuration.folder) { Console.note(exclusion.unmatched) }
      }
    }
  }
}
