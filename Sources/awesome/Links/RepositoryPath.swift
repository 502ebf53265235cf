import Source
import SystemPackage

/// The target of a relative link, found without access to files outside the repository.
enum RepositoryPath {
  case file(FilePath)
  /// No file: the folder that is there, and the name that is missing in it.
  case missing(in: FilePath, String)
  /// The folder of the list itself is missing.
  case nowhere
  /// Outside the repository by `..`, whether it exists or not.
  case outside
  /// Outside the repository by a symbolic link, or a symbolic link without a target: the two must look alike.
  case symbolicLink
  /// A page of the forge, such as `../../issues`.
  case forge

  /// The pages of forges two levels above the files of a branch.
  private static let forgePages: Set<Substring> = [
    "issues", "pulls", "pull", "wiki", "releases", "discussions", "actions", "commits", "graphs", "tags", "compare",
    "network", "stargazers", "security", "projects", "blob", "tree", "raw", "fork", "new", "edit",
  ]

  /// Without a repository there is none to leave: every path of the disk will do.
  ///
  /// - Parameters:
  ///   - path: decoded; a leading `/` is the repository's root, else the list's folder.
  ///   - list: the list's file; nil for standard input, which counts as a file of the working directory.
  init(_ path: String, from list: FilePath?) {
    guard let folder = (list?.parent ?? .here).resolved else {
      self = .nowhere
      return
    }
    let root = folder.repositoryRoot ?? "/"
    let start = path.begins(with: "/") ? folder.repositoryRoot ?? folder : folder
    var components = start.relative(to: root)?.components.map(\.string) ?? []
    var above = 0
    var current = root
    for component in path.parts(at: "/") where component != "." {
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
        self = next.linkType == .symbolicLink ? .symbolicLink : .missing(in: current, component)
        return
      }
      guard resolved.starts(with: root) else {
        self = .symbolicLink
        return
      }
      current = resolved
    }
    self = .file(current)
  }
}
