public import Source

/// A commit.
public struct Commit: Hashable, Sendable {
  /// The full id: 40 hexadecimal digits, or 64 in a SHA-256 repository.
  public let id: String

  init?(_ id: String) {
    guard [40, 64].contains(id.utf8.count), id.utf8.allSatisfy(\.isASCIIHexDigit) else { return nil }
    self.id = id
  }
}

/// A git repository with a working tree, read by the git program.
///
/// Files are absolute paths without symbolic links. Git never reads the files of the working tree, because its filters can be programs:
/// the caller passes the current content of a file.
public struct GitRepository: Sendable {
  /// The folder of the working tree, absolute and without symbolic links.
  public let root: String

  let git: Git

  /// The most bytes of one version of a file.
  static let fileLimit = 16 << 20

  /// Finds the repository that a folder is in.
  public init(containing folder: String) async throws(RepositoryError) {
    let result = try await Git(folder: folder).run("rev-parse", ["--show-toplevel"])
    guard result.isSuccess, !result.line.isEmpty else {
      if let root = Self.untrustedRoot(in: result.reason) { throw .untrusted(root: root) }
      throw .noRepository(folder: folder, reason: result.reason)
    }
    root = result.line
    git = Git(folder: root)
  }

  /// The merge base of HEAD and a revision: the changes since are those of the current branch.
  public func mergeBase(with revision: String) async throws(RepositoryError) -> Commit {
    guard !revision.isEmpty, !revision.begins(with: "-"), !revision.unicodeScalars.contains(where: { $0.value < 32 })
    else {
      throw .malformedRevision(revision)
    }
    let known = try await git.run("rev-parse", ["--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"])
    guard known.isSuccess, let commit = Commit(known.line) else {
      let branch = try await hasCommit("refs/remotes/origin/\(revision)") ? "origin/\(revision)" : nil
      throw .unknownRevision(revision, remoteBranch: branch, isShallow: try await isShallow)
    }
    let base = try await git.run("merge-base", [commit.id, "HEAD"])
    guard base.isSuccess, let commit = Commit(base.line) else {
      throw .noMergeBase(revision, isShallow: try await isShallow)
    }
    return commit
  }

  /// Whether the clone has only the last commits.
  private var isShallow: Bool {
    get async throws(RepositoryError) {
      try await git.run("rev-parse", ["--is-shallow-repository"]).line == "true"
    }
  }

  private func hasCommit(_ reference: String) async throws(RepositoryError) -> Bool {
    try await git.run("rev-parse", ["--verify", "--quiet", "--end-of-options", "\(reference)^{commit}"]).isSuccess
  }

  /// The folder that git names when it refuses to read another user's repository.
  static func untrustedRoot(in reason: String) -> String? {
    for start in ["detected dubious ownership in repository at '", "unsafe repository ('"] where reason.hasPrefix(start)
    {
      let name = reason.dropFirst(start.count)
      return name.lastIndex(of: "'").map { String(name[..<$0]) }
    }
    return nil
  }

  /// The content of a file at a commit, under its former name if it was renamed; nil if it did not exist.
  public func content(of file: String, at commit: Commit) async throws(RepositoryError) -> [UInt8]? {
    let path = try path(of: file)
    if let bytes = try await blob(at: path, in: commit) { return bytes }
    guard let old = try await formerPath(of: path, since: commit) else { return nil }
    return try await blob(at: old, in: commit)
  }

  /// The content of a file at a commit under the name that it has; nil if it did not exist. A symbolic link is an error.
  public func ownContent(of file: String, at commit: Commit) async throws(RepositoryError) -> [UInt8]? {
    try await blob(at: try path(of: file), in: commit, acceptsLinks: false)
  }

  /// The lines of a file that were added or changed since a commit; all lines of a new file.
  public func changes(
    of file: String, content source: SourceText, since commit: Commit
  ) async throws(RepositoryError) -> LineChanges {
    guard let old = try await content(of: file, at: commit) else { return LineChanges(newText: source) }
    return LineChanges(old: SourceText(utf8: Array(String(decoding: old, as: UTF8.self).utf8)), new: source)
  }

  /// The path of a file relative to the root.
  func path(of file: String) throws(RepositoryError) -> String {
    let prefix = root.ends(with: "/") ? root : root + "/"
    guard file.begins(with: prefix), file.utf8.count > prefix.utf8.count else { throw .outside(file: file, root: root) }
    return String(decoding: file.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }

  /// - Parameter acceptsLinks: whether a symbolic link is a file whose content is its target, as git stores it.
  private func blob(
    at path: String, in commit: Commit, acceptsLinks: Bool = true
  ) async throws(RepositoryError) -> [UInt8]? {
    let listing = try await git.run("ls-tree", ["-z", "--full-tree", commit.id, "--", path])
    guard listing.isSuccess else { throw .failed(command: "ls-tree", reason: listing.reason) }
    // MODE SP TYPE SP ID TAB PATH NUL
    let fields = listing.output.prefix { $0 != UInt8(ascii: "\t") }.split(separator: UInt8(ascii: " "))
    guard fields.count == 3, fields[1].elementsEqual("blob".utf8) else { return nil }
    if !acceptsLinks, fields[0].elementsEqual("120000".utf8) { throw .symbolicLink(file: path) }
    let id = String(decoding: fields[2], as: UTF8.self)
    let content = try await git.run("cat-file", ["blob", id], limit: Self.fileLimit)
    guard content.isSuccess else { throw .failed(command: "cat-file", reason: content.reason) }
    return content.output
  }

  /// The former path of a tracked file at a commit; nil if it was not renamed.
  private func formerPath(of path: String, since commit: Commit) async throws(RepositoryError) -> String? {
    // Compares the index, not the working tree, so that no filter runs.
    let result = try await git.run(
      "diff-index",
      ["--cached", "--no-ext-diff", "--no-textconv", "-z", "--name-status", "-M", "--diff-filter=R", commit.id],
      limit: Self.fileLimit)
    guard result.isSuccess else { throw .failed(command: "diff-index", reason: result.reason) }
    // R100 NUL OLD NUL NEW NUL, repeated.
    let fields = result.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    for index in stride(from: 0, to: fields.count - 2, by: 3) where fields[index + 2] == path {
      return fields[index + 1]
    }
    return nil
  }
}
