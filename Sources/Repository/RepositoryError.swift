import Source

/// The reason why a git command failed.
public enum RepositoryError: Error, Hashable {
  case gitMissing
  /// A folder outside any repository, with git's reason.
  case noRepository(folder: String, reason: String)
  /// A repository of another user, which git does not read.
  case untrusted(root: String)
  case malformedRevision(String)
  /// A name without a commit here; the remote branch is one of this name.
  case unknownRevision(String, remoteBranch: String?, isShallow: Bool)
  case noMergeBase(String, isShallow: Bool)
  /// A file outside the repository with this root.
  case outside(file: String, root: String)
  /// A file that is a symbolic link at the merge base.
  case symbolicLink(file: String)
  case tooLarge(command: String)
  case tooSlow(command: String, seconds: Int)
  case failed(command: String, reason: String)
}

extension RepositoryError: CustomStringConvertible {
  /// The fault and the remedy, without a full stop.
  public var description: String {
    switch self {
    case .gitMissing: "git is not on the PATH; install it"
    case .noRepository(let folder, let reason): "\(folder): \(reason)"
    case .malformedRevision(let revision):
      "`\(revision)` is not a revision; name a branch, tag or commit, such as origin/main"
    case .untrusted(let root):
      "git does not trust \(root), which belongs to another user; "
        + "run: git config --global --add safe.directory \(root.shellQuoted)"
    case .unknownRevision(let revision, let branch?, _): "unknown commit `\(revision)`; did you mean `\(branch)`?"
    case .unknownRevision(let revision, nil, isShallow: true):
      "unknown commit `\(revision)` in a shallow clone; \(Self.deepening), and name a branch as origin/main"
    case .unknownRevision(let revision, nil, isShallow: false):
      "unknown commit `\(revision)`; fetch it first, and name a branch as origin/main"
    case .noMergeBase(let revision, isShallow: true):
      "`\(revision)` and HEAD have no common ancestor in this shallow clone; \(Self.deepening)"
    case .noMergeBase(let revision, isShallow: false):
      "`\(revision)` and HEAD have no common ancestor; name the branch that this one comes from, such as origin/main"
    case .outside(let file, let root): "\(file): not in the git repository \(root)"
    case .symbolicLink(let file):
      "\(file) is a symbolic link at the merge base, and a change of its target could not be seen; replace it by the file"
    case .tooLarge(let command): "the output of git \(command) is too large for a list's history"
    case .tooSlow(let command, let seconds): "git \(command) did not finish in \(seconds) seconds"
    case .failed(let command, let reason): "git \(command) failed: \(reason)"
    }
  }

  private static let deepening =
    "fetch the history (git fetch --unshallow, or `fetch-depth: 0` of actions/checkout)"
}
