import SystemPackage

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
}

extension FilePath.Component {
  /// Whether it is where git keeps its files, on file systems too that take letters of either case for the same.
  var isGitFolder: Bool { string.lowercased() == ".git" }
}
