/// The reason why a git command failed.
public enum RepositoryError: Error, Hashable {
  case gitMissing
  /// A folder outside any repository, or in one that git refuses to read, with git's reason.
  case noRepository(folder: String, reason: String)
  case malformedRevision(String)
  case unknownRevision(String)
  case noMergeBase(String)
  /// A file outside the repository with this root.
  case outside(file: String, root: String)
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
    case .unknownRevision(let revision):
      "unknown commit `\(revision)`; fetch it first (a shallow clone has only the last commits)"
    case .noMergeBase(let revision):
      "`\(revision)` and HEAD have no common ancestor; fetch more history (fetch-depth: 0)"
    case .outside(let file, let root): "\(file): not in the git repository \(root)"
    case .tooLarge(let command): "the output of git \(command) is too large for a list's history"
    case .tooSlow(let command, let seconds): "git \(command) did not finish in \(seconds) seconds"
    case .failed(let command, let reason): "git \(command) failed: \(reason)"
    }
  }
}
