/// How a run came to its end.
public enum RunEnding: String, Hashable, Sendable {
  /// Every link was judged.
  case complete
  /// The run was cancelled; what was not judged is `unchecked`.
  case interrupted
  /// The deadline came; what was not judged is `unchecked`.
  case deadline
  /// There is no network; every link that would have been asked is `unchecked`.
  case noNetwork
}
