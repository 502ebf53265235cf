/// Reads the files that a command is to judge.
struct InputLoader {
  let standardInput: StandardInputOptions
  /// Where the configuration comes from; nil for a command that has none.
  let configuration: ConfigurationOptions?
  var content = InputFile.Content.list

  /// Reads every file once, in the order of the names, or the default list where there are none.
  func load(_ names: [String]) throws -> [InputFile] {
    if names.isEmpty { return [try loadDefault()] }
    var files: [InputFile] = []
    var seen: Set<FileStatus.Identity> = []
    var hasStandardInput = false
    var problems: [String] = []
    for name in try names.flatMap(Self.expanded) {
      do {
        if name == "-" {
          if !hasStandardInput { files.append(try loadStandardInput()) }
          hasStandardInput = true
        } else {
          let path = Path(name)
          if let identity = try? FileStatus(of: path).identity, !seen.insert(identity).inserted { continue }
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
      guard let name else { return try loadDefault() }
      if name == "-" { return try loadStandardInput() }
      return try load(Path(name), as: name, configuration: configuration(for: Path(name).parent))
    } catch let error as FileError {
      throw Failure(error.description)
    }
  }

  private func loadDefault() throws -> InputFile {
    let configuration = try configuration(for: .here)
    do {
      if let list = configuration.list {
        let path = configuration.folder.appending(list)
        let name = path.resolved?.shown ?? path.text
        try configuration.check(path, as: name)
        return try load(path, as: name, configuration: configuration)
      }
      guard let name = DefaultList.name(in: .here) else {
        throw Failure("there is no awesome.md and no README here; name the list, or run where it is")
      }
      return try load(Path(name), as: name, configuration: configuration)
    } catch let error as FileError {
      throw Failure(error.description)
    }
  }

  private func loadStandardInput() throws -> InputFile {
    let name = standardInput.name
    let bytes = try FileDescriptor.standardInput.contents(as: name, limit: content.sizeLimit)
    guard content == .anyText || !bytes.isEmpty else { throw FileError.empty(name) }
    return InputFile(name: name, path: nil, bytes: bytes, configuration: try configuration(for: .here))
  }

  private func load(_ path: Path, as name: String, configuration: Configuration) throws -> InputFile {
    let bytes = try path.read(as: name, limit: content.sizeLimit)
    guard content == .anyText || !bytes.isEmpty else { throw FileError.empty(name) }
    return InputFile(name: name, path: path, bytes: bytes, configuration: configuration)
  }

  private func configuration(for folder: Path) throws -> Configuration {
    try configuration?.load(for: folder) ?? Configuration()
  }
}
