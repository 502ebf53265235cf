import SystemPackage

/// Reads the files that a command works on.
struct InputLoader {
  let standardInput: StandardInputOptions
  /// The configuration of the run; nil for a command without one.
  let configuration: ConfigurationOptions?
  var content = InputFile.Content.list
  /// The revision from whose merge base the configuration is; nil for that of the working tree.
  var revision: String?
  /// Whether files are left out that a run without names would not read: a hook names every file of a commit.
  var skipsOthers = false

  /// Reads every file once, in the order of the names, or the default list where there are none.
  ///
  /// - Parameter readsExcluded: whether a file that is named outright is read although the configuration excludes it: it is the only one.
  func load(_ names: [String], readsExcluded: Bool = false) async throws -> InputBatch<InputFile> {
    let loader = ConfigurationLoader(configuration, since: revision)
    if names.isEmpty { return try loadDefaults(try await loader.configuration(for: .here)) }
    let lists = skipsOthers ? identities(ofListsIn: try await loader.configuration(for: .here)) : nil
    var batch = InputBatch<InputFile>()
    var selection = FileSelection(loader, leavesOutNamed: !readsExcluded)
    var seen: Set<FileIdentity> = []
    var hasStandardInput = false
    for name in names {
      do {
        if name == "-" {
          if !hasStandardInput { batch.append(try loadStandardInput(try await loader.configuration(for: .here))) }
          hasStandardInput = true
          continue
        }
        for file in try await selection.files(of: name) {
          if let identity = file.path.identity {
            if let lists, !lists.contains(identity) { continue }
            if !seen.insert(identity).inserted { continue }
          }
          do {
            batch.append(try load(file.path, as: file.name, configuration: file.configuration))
          } catch let error as FileError {
            batch.skip(Failure(error.description))
          }
        }
      } catch let error as FileError {
        batch.skip(Failure(error.description))
      }
    }
    selection.printNotes()
    if lists != nil, batch.count == 0 { Console.note("no list among the named files, so nothing was checked") }
    return batch
  }

  /// The lists that a run without names reads.
  private func identities(ofListsIn configuration: Configuration) -> Set<FileIdentity> {
    let named = configuration.lists.isEmpty ? [configuration.list].compactMap(\.self) : configuration.lists.map(\.list)
    if named.isEmpty { return Set([DefaultList.name(in: .here).flatMap { FilePath($0).identity }].compactMap(\.self)) }
    return Set(named.compactMap { configuration.folder.appending($0).identity })
  }

  /// Reads one file, or the default list where it has no name.
  func loadOne(_ name: String?) throws -> InputFile {
    do {
      guard let name else { return try loadOnlyDefault() }
      if name == "-" { return try loadStandardInput(try configuration(for: .here)) }
      return try load(FilePath(name), as: name, configuration: configuration(for: FilePath(name).parent))
    } catch let error as FileError {
      throw Failure(error.description)
    }
  }

  /// Reads the default list; refuses several where a command prints one.
  private func loadOnlyDefault() throws -> InputFile {
    let configuration = try configuration(for: .here)
    guard let place = configuration.lists.first else { return try loadDefault(configuration) }
    guard configuration.lists.count == 1 else {
      throw Failure("the configuration names \(configuration.lists.count) lists; name one of them")
    }
    return try load(place.list, of: configuration)
  }

  private func loadDefaults(_ configuration: Configuration) throws -> InputBatch<InputFile> {
    var batch = InputBatch<InputFile>()
    if configuration.lists.isEmpty { batch.append(try loadDefault(configuration)) }
    for place in configuration.lists {
      do {
        batch.append(try load(place.list, of: configuration))
      } catch let error as FileError {
        batch.skip(Failure(error.description))
      }
    }
    return batch
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

  private func loadStandardInput(_ configuration: Configuration) throws -> InputFile {
    let name = standardInput.name
    let bytes = try FileDescriptor.standardInput.read(as: name, limit: content.sizeLimit)
    return InputFile(name: name, path: nil, bytes: bytes, configuration: configuration)
  }

  private func load(_ path: FilePath, as name: String, configuration: Configuration) throws -> InputFile {
    let bytes = try path.read(as: name, limit: content.sizeLimit)
    return InputFile(name: name, path: path, bytes: bytes, configuration: configuration.forList(at: path))
  }

  private func configuration(for folder: FilePath) throws -> Configuration {
    try configuration?.load(for: folder) ?? Configuration()
  }
}
