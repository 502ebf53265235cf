public import Source

/// A git repository with a working tree, asked through git itself.
///
/// Files are named by absolute paths without symbolic links. The working tree is never read by git, whose filters may be programs:
/// what a file holds now, the caller knows.
public struct GitRepository: Sendable {
  /// The folder of the working tree, absolute and without symbolic links.
  public let root: String

  let git: Git

  /// The most bytes of one version of a file.
  static let fileLimit = 16 << 20

  /// Finds the repository that a folder is in.
  public init(containing folder: String) async throws(RepositoryError) {
    let answer = try await Git(folder: folder).ask("rev-parse", ["--show-toplevel"])
    guard answer.isSuccess, !answer.line.isEmpty else {
      throw .noRepository(folder: folder, reason: answer.reason)
    }
    root = answer.line
    git = Git(folder: root)
  }

  /// The commit at which the current one and a revision part: what has changed since is what the current branch has changed.
  public func mergeBase(with revision: String) async throws(RepositoryError) -> Commit {
    guard !revision.isEmpty, !revision.hasPrefix("-"), !revision.unicodeScalars.contains(where: { $0.value < 32 })
    else {
      throw .malformedRevision(revision)
    }
    let known = try await git.ask("rev-parse", ["--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"])
    guard known.isSuccess, let commit = Commit(known.line) else { throw .unknownRevision(revision) }
    let base = try await git.ask("merge-base", [commit.id, "HEAD"])
    guard base.isSuccess, let commit = Commit(base.line) else { throw .noMergeBase(revision) }
    return commit
  }

  /// A file as it was at a commit, also where it had another name then; nil where it was not there.
  public func content(of file: String, at commit: Commit) async throws(RepositoryError) -> [UInt8]? {
    let path = try path(of: file)
    if let bytes = try await blob(at: path, in: commit) { return bytes }
    guard let old = try await formerPath(of: path, since: commit) else { return nil }
    return try await blob(at: old, in: commit)
  }

  /// The lines of a file that were added or changed since a commit; all of a file that was not there then.
  public func changes(
    of file: String, holding source: SourceText, since commit: Commit
  ) async throws(RepositoryError) -> LineChanges {
    guard let old = try await content(of: file, at: commit) else { return LineChanges(newText: source) }
    return LineChanges(old: SourceText(utf8: Array(String(decoding: old, as: UTF8.self).utf8)), new: source)
  }

  /// The path of a file below the root.
  func path(of file: String) throws(RepositoryError) -> String {
    let prefix = root.hasSuffix("/") ? root : root + "/"
    guard file.hasPrefix(prefix), file.utf8.count > prefix.utf8.count else { throw .outside(file: file, root: root) }
    return String(decoding: file.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }

  private func blob(at path: String, in commit: Commit) async throws(RepositoryError) -> [UInt8]? {
    let listing = try await git.ask("ls-tree", ["-z", "--full-tree", commit.id, "--", path])
    guard listing.isSuccess else { throw .failed(command: "ls-tree", reason: listing.reason) }
    // MODE SP TYPE SP ID TAB PATH NUL
    let fields = listing.output.prefix { $0 != UInt8(ascii: "\t") }.split(separator: UInt8(ascii: " "))
    guard fields.count == 3, fields[1].elementsEqual("blob".utf8) else { return nil }
    let id = String(decoding: fields[2], as: UTF8.self)
    let content = try await git.ask("cat-file", ["blob", id], limit: Self.fileLimit)
    guard content.isSuccess else { throw .failed(command: "cat-file", reason: content.reason) }
    return content.output
  }

  /// What a file that git knows was called at a commit; nil where it was not renamed.
  private func formerPath(of path: String, since commit: Commit) async throws(RepositoryError) -> String? {
    // The index and not the working tree is compared, so that no filter runs.
    let answer = try await git.ask(
      "diff-index",
      ["--cached", "--no-ext-diff", "--no-textconv", "-z", "--name-status", "-M", "--diff-filter=R", commit.id],
      limit: Self.fileLimit)
    guard answer.isSuccess else { throw .failed(command: "diff-index", reason: answer.reason) }
    // R100 NUL OLD NUL NEW NUL, again and again.
    let fields = answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    for index in stride(from: 0, to: fields.count - 2, by: 3) where fields[index + 2] == path {
      return fields[index + 1]
    }
    return nil
  }
}
