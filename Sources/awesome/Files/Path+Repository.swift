extension Path {
  /// The nearest folder from this one upwards that holds a `.git`; nil where there is none. This path must be resolved.
  var repositoryRoot: Path? {
    var current = self
    while true {
      if (try? FileStatus(of: current.appending(".git"))) != nil { return current }
      guard current.parent != current else { return nil }
      current = current.parent
    }
  }
}
