import SystemPackage

/// Where a relative link leads, found without a look at anything outside of the repository.
enum RepositoryPath {
  case file(FilePath)
  case missing
  /// Out of the repository by `..`; whether anything is there is not said.
  case outside
  /// By a symbolic link, out of the repository or to nothing; which of the two would say whether anything is there.
  case linkAway
  /// To a page that the forge makes, such as `../../issues`.
  case forge

  /// What forges serve two levels above the files of a branch.
  private static let forgePages: Set<Substring> = [
    "issues", "pulls", "pull", "wiki", "releases", "discussions", "actions", "commits", "graphs", "tags", "compare",
    "network", "stargazers", "security", "projects", "blob", "tree", "raw", "fork", "new", "edit",
  ]

  /// - Parameters:
  ///   - path: decoded; one that begins with `/` starts at the repository's root.
  ///   - list: the list's file; nil for standard input, which is taken to be in the working directory.
  init(_ path: String, from list: FilePath?) {
    guard let folder = (list?.parent ?? .here).resolved else {
      self = .missing
      return
    }
    let root = folder.repositoryRoot ?? folder
    var components = path.hasPrefix("/") ? [] : (folder.relative(to: root)?.components.map(\.string) ?? [])
    var above = 0
    var current = root
    for component in path.split(separator: "/") where component != "." {
      if component == ".." {
        if components.popLast() == nil { above += 1 }
      } else {
        components.append(String(component))
      }
    }
    guard above == 0 else {
      let first = components.first.map { $0[...] } ?? ""
      self = above == 2 && Self.forgePages.contains(first) ? .forge : .outside
      return
    }
    for component in components {
      let next = current.appending(component)
      guard let resolved = next.resolved else {
        self = next.linkType == .symbolicLink ? .linkAway : .missing
        return
      }
      guard resolved.starts(with: root) else {
        self = .linkAway
        return
      }
      current = resolved
    }
    self = .file(current)
  }
}
