import Source
import SystemPackage
import TextRepair

extension Configuration {
  /// The configuration for one list: where several are named, its output is that of the list, by default the README beside it.
  func forList(at path: FilePath) -> Configuration {
    guard let identity = path.identity else { return self }
    let place = lists.first { folder.appending($0.list).identity == identity }
    guard let place else { return self }
    var configuration = self
    let above = FilePath(place.list).parent
    configuration.output = place.output ?? above.appending(DefaultList.readme(in: folder.pushing(above))).string
    return configuration
  }

  /// Refuses a path from the configuration that leads out of its folder, as a symbolic link may, into git's own files, or to the
  /// configuration itself: a list from a stranger may not make a run read or write other files.
  func check(_ path: FilePath, as name: String) throws(FileError) {
    guard let folder = folder.resolved, let target = path.weaklyResolved else { throw .missing(name) }
    guard let inner = target.relative(to: folder) else { throw .outside(name, folder: folder.shown) }
    guard !inner.components.contains(where: \.isGitFolder), !isOwnFile(target) else { throw .reserved(name) }
  }

  private func isOwnFile(_ path: FilePath) -> Bool {
    guard let file, let own = FilePath(file).identity else { return false }
    return own == path.identity
  }

  /// The text of a file that is put before or behind lists: it lies in the configuration's folder and has none of our marks.
  func frameText(_ file: String) throws(Failure) -> String {
    let path = folder.appending(file)
    let name = path.shown
    let bytes: [UInt8]
    do throws(FileError) {
      try check(path, as: name)
      bytes = try path.read(as: name, limit: InputFile.Content.list.sizeLimit)
    } catch {
      throw Failure(error.description)
    }
    let source = try InputFile.decode(bytes, as: name).source
    let text = source[SourceRange(source.contentStart, source.bytes.count)]
    guard !text.contains("<!-- awesome:"), !text.contains("<!-- /awesome:") else {
      throw Failure(
        "\(name): it is put around a list and may not hold marks of its own; remove its lines <!-- awesome:… -->")
    }
    return text
  }
}

extension FilePath.Component {
  /// Whether it is where git keeps its files, on file systems too that take letters of either case for the same.
  var isGitFolder: Bool { string.lowercased() == ".git" }
}
