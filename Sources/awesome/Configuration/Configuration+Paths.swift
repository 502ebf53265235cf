extension Configuration {
  /// The configuration for one list: where several are named, its output is that of the list, by default the README beside it.
  func forList(at path: Path) -> Configuration {
    guard let identity = try? FileStatus(of: path).identity else { return self }
    let place = lists.first { (try? FileStatus(of: folder.appending($0.list)))?.identity == identity }
    guard let place else { return self }
    var configuration = self
    let above = Path(place.list).parent
    configuration.output = place.output ?? above.appending(DefaultList.readme(in: folder.appending(above.text))).text
    return configuration
  }

  /// Refuses a path from the configuration that leads out of its folder, as a symbolic link may, into git's own files, or to the
  /// configuration itself: a list from a stranger may not make a run read or write other files.
  func check(_ path: Path, as name: String) throws(FileError) {
    guard let folder = folder.resolved else { throw .missing(self.folder.text) }
    let target: Path
    if let file = path.resolved {
      target = file
    } else if let parent = path.parent.resolved {
      target = parent.appending(path.name)
    } else {
      throw .missing(name)
    }
    guard target.isInside(folder) else { throw .outside(name, folder: folder.shown) }
    let inner = target.components.dropFirst(folder.components.count)
    guard !inner.contains(where: \.isGitFolder), !isOwnFile(target) else { throw .reserved(name) }
  }

  private func isOwnFile(_ path: Path) -> Bool {
    guard let file, let own = try? FileStatus(of: Path(file)).identity else { return false }
    return own == (try? FileStatus(of: path))?.identity
  }
}

extension StringProtocol {
  /// Whether a component of a path is where git keeps its files, on file systems too that take letters of either case for the same.
  var isGitFolder: Bool { lowercased() == ".git" }
}
