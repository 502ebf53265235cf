import SystemPackage

/// Finds and reads `.awesome.yml`.
enum ConfigurationFile {
  static let name = ".awesome.yml"

  /// No configuration is larger; a megabyte of YAML is something else.
  private static let sizeLimit = 1 << 20

  /// How many files may extend one another.
  private static let depthLimit = 8

  /// The configuration file for the files in a folder: in it, or in the nearest folder above it up to the repository's root.
  ///
  /// Outside of a repository only the folder itself counts, so that nobody else's file in `/tmp` or `/` decides.
  static func find(from folder: FilePath) -> FilePath? {
    guard let start = folder.resolved else { return nil }
    let root = start.repositoryRoot ?? start
    var folder = start
    while folder.starts(with: root) {
      let candidate = folder.appending(name)
      if candidate.linkType != nil { return candidate }
      guard folder.removeLastComponent() else { break }
    }
    return nil
  }

  /// Reads a configuration; the ids are those of the rules there are.
  static func read(_ path: FilePath, ruleIDs: [String]) throws -> Configuration {
    try read(path, ruleIDs: ruleIDs, chain: [])
  }

  /// Reads a configuration that those of the chain extend, the first one first.
  private static func read(_ path: FilePath, ruleIDs: [String], chain: [FilePath]) throws -> Configuration {
    let name = path.shown
    try checkKind(of: path, name: name)
    let bytes = try path.read(as: name, limit: sizeLimit)
    guard let yaml = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationError(file: name, place: nil, problem: "not UTF-8; save the file as UTF-8")
    }
    var configuration = try Configuration(yaml: yaml, file: name, ruleIDs: ruleIDs) {
      (field) throws(ConfigurationError) in
      try base(field, of: path, ruleIDs: ruleIDs, chain: chain)
    }
    configuration.folder = path.parent
    return configuration
  }

  /// Reads what a configuration extends; which list is meant, and where it is rendered to, each says for itself.
  private static func base(
    _ field: YAMLField, of path: FilePath, ruleIDs: [String], chain: [FilePath]
  ) throws(ConfigurationError) -> Configuration {
    let name = try field.line()
    guard !name.hasPrefix("/"), !name.unicodeScalars.contains("\0") else {
      throw field.error("`extends` must be a path relative to this file")
    }
    guard let own = path.resolved, let file = own.parent.appending(name).resolved else {
      throw field.error("there is no file `\(name)` to extend")
    }
    // Outside of any repository the folder itself is all that counts.
    let root = own.parent.repositoryRoot ?? own.parent
    guard file.starts(with: root), !file.components.contains(where: \.isGitFolder) else {
      throw field.error("`extends` must not lead out of \(root.shown)")
    }
    let chain = chain + [own]
    guard !chain.contains(file) else {
      throw field.error("`\(name)` extends this file in turn; one of them must not")
    }
    guard chain.count < depthLimit else { throw field.error("more than \(depthLimit) files extend one another") }
    do {
      var base = try read(file, ruleIDs: ruleIDs, chain: chain)
      base.list = nil
      base.output = nil
      base.lists = []
      base.header = nil
      base.footer = nil
      base.files = []
      return base
    } catch let error as ConfigurationError {
      throw error
    } catch {
      throw field.error("\(error)")
    }
  }

  /// Refuses what is no file; a pipe, when opened, would wait for a writer.
  private static func checkKind(of path: FilePath, name: String) throws {
    guard let type = path.type else {
      if path.linkType != nil { throw FileError.danglingLink(name) }
      return
    }
    if type == .directory {
      throw ConfigurationError(file: name, place: nil, problem: "this is a folder; the configuration is a YAML file")
    }
    if type.isStream {
      throw ConfigurationError(file: name, place: nil, problem: "not a regular file; the configuration is a YAML file")
    }
  }
}
