/// Why git could not be asked, or had no answer.
public enum RepositoryError: Error, Hashable {
  case gitMissing
  /// A folder that is in no repository, or in one that git refuses to read, with git's own reason.
  case noRepository(folder: String, reason: String)
  case malformedRevision(String)
  case unknownRevision(String)
  case noMergeBase(String)
  /// A file that is not in the repository with this root.
  case outside(file: String, root: String)
  case tooLarge(command: String)
  case tooSlow(command: String, seconds: Int)
  case failed(command: String, reason: String)
}

extension RepositoryError: CustomStringConvertible {
  /// What is wrong and what to do, as a sentence without a full stop.
  public var description: String {
    switch self {
    case .gitMissing: "git was not found on the PATH; install it"
    case .noRepository(let folder, let reason): "\(folder): there is no git repository here to compare with: \(reason)"
    case .malformedRevision(let revision):
      "`\(revision)` is no revision; name a branch, a tag or a commit, such as origin/main"
    case .unknownRevision(let revision):
      "git knows no commit `\(revision)`; fetch it first (a shallow clone has only the last commits)"
    case .noMergeBase(let revision):
      "`\(revision)` and the current commit have no common ancestor here; fetch more of the history (fetch-depth: 0)"
    case .outside(let file, let root): "\(file): the file is not in the git repository \(root)"
    case .tooLarge(let command): "the answer of git \(command) is larger than any list's history"
    case .tooSlow(let command, let seconds): "git \(command) had no answer after \(seconds) seconds"
    case .failed(let command, let reason): "git \(command) failed: \(reason)"
    }
  }
}
