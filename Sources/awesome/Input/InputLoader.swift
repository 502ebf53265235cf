import SystemPackage

/// Reads the files that a command works on.
struct InputLoader {
  let standardInput: StandardInputOptions
  /// The configuration of the run; nil for a command without one.
  let configuration: ConfigurationOptions?
  var content = InputFile.Content.list

  /// Reads every file once, in the order of the names, or the default list where there are none.
  func load(_ names: [String]) throws -> [InputFile] {
    if names.isEmpty { return try loadDefaults() }
    var files: [InputFile] = []
    var seen: Set<FileIdentity> = []
    var hasStandardInput = false
    var problems: [String] = []
    for name in try names.flatMap(Self.expanded) {
      do {
        if name == "-" {
          if !hasStandardInput { files.append(try loadStandardInput()) }
          hasStandardInput = true
        } else {
          let path = FilePath(name)
          if let identity = path.identity, !seen.insert(identity).inserted { continue }
          files.append(try load(path, as: name, configuration: configuration(for: path.parent)))
        }
      } catch let error as FileError {
        problems.append(error.description)
      }
    }
    guard problems.isEmpty else { throw Failure(problems) }
    return files
  }

  private static func expanded(_ name: String) throws -> [String] {
    try FileGlob(name)?.files() ?? [name]
  }

  /// Reads one file, or the default list where it has no name.
  func loadOne(_ name: String?) throws -> InputFile {
    do {
      guard let name else { return try onlyOne(try loadDefaults()) }
      if name == "-" { return try loadStandardInput() }
      return try load(FilePath(name), as: name, configuration: configuration(for: FilePath(name).parent))
    } catch let error as FileError {
      throw Failure(error.description)
    }
  }

  /// Refuses several lists where a command prints one.
  private func onlyOne(_ files: [InputFile]) throws -> InputFile {
    if let file = files.first, files.count == 1 { return file }
    throw Failure("the configuration names \(files.count) lists; name one of them")
  }

  private func loadDefaults() throws -> [InputFile] {
    let configuration = try configuration(for: .here)
    if configuration.lists.isEmpty { return [try loadDefault(configuration)] }
    var files: [InputFile] = []
    var problems: [String] = []
    for place in configuration.lists {
      do {
        files.append(try load(place.list, of: configuration))
      } catch let error as FileError {
        problems.append(error.description)
      }
    }
    guard problems.isEmpty else { throw Failure(problems) }
    return files
  }

  /// Reads a list that the configuration names.
  private func load(_ list: String, of configuration: Configuration) throws -> InputFile {
    let path = configuration.folder.appending(list)
    let name = path.shown
    do {
      try configuration.check(path, as: name)
      return try load(path, as: name, configuration: configuration)
    } catch FileError.missing {
      throw FileError.missingConfigured(name, configuration: configuration.file ?? ConfigurationFile.name)
    }
  }

  private func loadDefault(_ configuration: Configuration) throws -> InputFile {
    do {
      if let list = configuration.list { return try load(list, of: configuration) }
      guard let name = DefaultList.name(in: .here) else {
        throw Failure("no awesome.md and no README in this folder; name the list, or run in its folder")
      }
      return try load(FilePath(name), as: name, configuration: configuration)
    } catch let error as FileError {
      throw Failure(error.description)
    }
  }

  private func loadStandardInput() throws -> InputFile {
    let name = standardInput.name
    let bytes = try FileDescriptor.standardInput.read(as: name, limit: content.sizeLimit)
    guard content == .anyText || !bytes.isEmpty else { throw FileError.empty(name) }
    return InputFile(name: name, path: nil, bytes: bytes, configuration: try configuration(for: .here))
  }

  private func load(_ path: FilePath, as name: String, configuration: Configuration) throws -> InputFile {
    let bytes = try path.read(as: name, limit: content.sizeLimit)
    guard content == .anyText || !bytes.isEmpty else { throw FileError.empty(name) }
    return InputFile(name: name, path: path, bytes: bytes, configuration: configuration.forList(at: path))
  }

  private func configuration(for folder: FilePath) throws -> Configuration {
    try configuration?.load(for: folder) ?? Configuration()
  }
}
