import SystemPackage

/// Finds and reads `.awesome.yml`.
enum ConfigurationFile {
  static let name = ".awesome.yml"

  /// The most bytes of a configuration.
  private static let sizeLimit = 1 << 20

  /// How many files may extend one another.
  private static let depthLimit = 8

  /// The configuration file for the files in a folder: in it, or in the nearest folder above it up to the repository's root.
  ///
  /// Outside of a repository only the folder itself counts, so that another user's file in `/tmp` or `/` does not.
  static func find(from folder: FilePath) -> FilePath? { find([name], from: folder) }

  /// A file in the same places whose name is that of a configuration but for a slip.
  static func misnamed(from folder: FilePath) -> FilePath? {
    find([".awesome.yaml", "awesome.yml", "awesome.yaml"], from: folder)
  }

  private static func find(_ names: [String], from folder: FilePath) -> FilePath? {
    guard let start = folder.resolved else { return nil }
    let root = start.repositoryRoot ?? start
    var folder = start
    while folder.starts(with: root) {
      if let name = names.first(where: { folder.appending($0).linkType != nil }) { return folder.appending(name) }
      guard folder.removeLastComponent() else { break }
    }
    return nil
  }

  /// Where configurations are read from.
  struct Store {
    /// The absolute path of a file without symbolic links; nil where there is none.
    let find: (FilePath) -> FilePath?
    /// The bytes of a file, which errors call by the name.
    let read: (FilePath, _ name: String) throws -> [UInt8]

    static var disk: Store {
      Store(find: \.resolved) { path, name in
        try checkKind(of: path, name: name)
        return try path.read(as: name, limit: sizeLimit)
      }
    }
  }

  /// Reads a configuration.
  static func read(_ path: FilePath, from store: Store = .disk) throws -> Configuration {
    try read(path, from: store, chain: [])
  }

  /// Reads a configuration that the files of the chain extend, the first one first.
  private static func read(
    _ path: FilePath, from store: Store, chain: [FilePath]
  ) throws -> Configuration {
    let name = path.shown
    let bytes = try store.read(path, name)
    guard let yaml = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationError(file: name, place: nil, problem: "not UTF-8; save the file as UTF-8")
    }
    var configuration = try Configuration(yaml: yaml, file: name) {
      (field) throws(ConfigurationError) in
      try base(field, of: path, from: store, chain: chain)
    }
    configuration.folder = path.parent
    return configuration
  }

  /// Reads the configuration that another extends; lists, outputs and files are not inherited.
  private static func base(
    _ field: YAMLField, of path: FilePath, from store: Store, chain: [FilePath]
  ) throws(ConfigurationError) -> Configuration {
    let name = try field.line()
    guard !name.hasPrefix("/"), !name.unicodeScalars.contains("\0") else {
      throw field.error("`extends` must be a path relative to this file")
    }
    guard let own = store.find(path), let file = store.find(own.parent.appending(name)) else {
      throw field.error("`extends` names a missing file: `\(name)`")
    }
    // Outside of a repository only the folder itself counts.
    let root = own.parent.repositoryRoot ?? own.parent
    guard file.starts(with: root), !file.components.contains(where: \.isGitFolder) else {
      throw field.error("`extends` must name a file in \(root.shown)")
    }
    let chain = chain + [own]
    guard !chain.contains(file) else {
      throw field.error("`\(name)` extends this file too; remove one of the two `extends`")
    }
    guard chain.count < depthLimit else {
      throw field.error("more than \(depthLimit) files extend one another; merge some")
    }
    do {
      var base = try read(file, from: store, chain: chain)
      base.list = nil
      base.output = nil
      base.lists = []
      base.header = nil
      base.footer = nil
      base.files = []
      base.exclude = []
      return base
    } catch let error as ConfigurationError {
      throw error
    } catch {
      throw field.error("\(error)")
    }
  }

  /// Refuses a folder, and a pipe, which would wait for a writer when opened.
  private static func checkKind(of path: FilePath, name: String) throws {
    guard let type = path.type else {
      if path.linkType != nil { throw FileError.danglingLink(name) }
      return
    }
    if type == .directory {
      throw ConfigurationError(
        file: name, place: nil, problem: "this is a folder; the configuration must be a YAML file")
    }
    if type.isStream {
      throw ConfigurationError(
        file: name, place: nil, problem: "this is a pipe or a device; the configuration must be a YAML file")
    }
  }
}
