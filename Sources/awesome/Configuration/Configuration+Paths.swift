extension Configuration {
  /// Refuses a path from the configuration that a symbolic link leads out of its folder: a list from a stranger may not make a run read
  /// or write other files.
  func check(_ path: Path, as name: String) throws(FileError) {
    guard let folder = folder.resolved else { throw .missing(self.folder.text) }
    if let target = path.resolved {
      guard target.isInside(folder) else { throw .outside(name, folder: folder.shown) }
    } else if let parent = path.parent.resolved {
      guard parent.isInside(folder) else { throw .outside(name, folder: folder.shown) }
    } else {
      throw .missing(name)
    }
  }
}
