import Source
import SystemPackage
import TextRepair

extension Configuration {
  /// The configuration for one list; if it names several, the output is that list's.
  func forList(at path: FilePath) -> Configuration {
    guard let identity = path.identity else { return self }
    let place = lists.first { folder.appending($0.list).identity == identity }
    guard let place else { return self }
    var configuration = self
    configuration.output = place.output
    return configuration
  }

  /// Refuses a path that leads out of the configuration's folder, into `.git`, or to the configuration itself: a stranger's list
  /// must not make a run read or write other files.
  func check(_ path: FilePath, as name: String) throws(FileError) {
    guard let folder = folder.resolved, let target = path.weaklyResolved else { throw .missingFolder(name) }
    guard let inner = target.relative(to: folder) else { throw .outside(name, folder: folder.shown) }
    guard !inner.components.contains(where: \.isGitFolder), !isOwnFile(target) else { throw .reserved(name) }
    // A pipe waits for a writer when it is opened.
    if target.type?.isStream == true { throw .configuredStream(name) }
  }

  /// Refuses an output that no list would have: a stranger's configuration must not write a program's file, such as a workflow.
  func checkOutput(_ path: FilePath, as name: String) throws(FileError) {
    try check(path, as: name)
    for place in [path, path.weaklyResolved].compactMap(\.self) {
      guard let folder = folder.resolved, let file = place.lastComponent?.string.lowercased() else { continue }
      let isNamed = file.hasSuffix(".md") || file.hasSuffix(".markdown")
      if !isNamed, place.type == nil { throw .notMarkdown(name) }
      let inner = place.weaklyResolved?.parent.relative(to: folder) ?? place.parent
      if inner.components.contains(where: { $0.kind == .regular && $0.string.hasPrefix(".") }), file != "readme.md" {
        throw .settings(name)
      }
    }
  }

  private func isOwnFile(_ path: FilePath) -> Bool {
    guard let file, let own = FilePath(file).identity else { return false }
    return own == path.identity
  }

  /// The text of a header or footer, which must be in the configuration's folder and have no markers.
  func frameText(_ file: String) throws(Failure) -> String {
    let path = folder.appending(file)
    let name = path.shown
    let bytes: [UInt8]
    do throws(FileError) {
      try check(path, as: name)
      bytes = try path.read(as: name, limit: InputFile.Content.list.sizeLimit)
    } catch .missing {
      throw Failure(FileError.missingConfigured(name, configuration: self.file ?? ConfigurationFile.name).description)
    } catch {
      throw Failure(error.description)
    }
    let source = try InputFile.decode(bytes, as: name).source
    let text = source[SourceRange(source.contentStart, source.bytes.count)]
    guard !text.contains("<!-- awesome:"), !text.contains("<!-- /awesome:") else {
      throw Failure(
        "\(name): a header or footer must not have markers; remove the lines <!-- awesome:… -->")
    }
    return text
  }
}

extension FilePath.Component {
  /// Whether it is git's folder, also on file systems that ignore case.
  var isGitFolder: Bool { string.lowercased() == ".git" }
}
