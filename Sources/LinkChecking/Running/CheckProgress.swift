/// How far a run has come.
public struct CheckProgress: Hashable, Sendable {
  /// URLs that have their verdict.
  public let judged: Int
  /// URLs that are asked in this run: those that differ in more than their fragment.
  public let total: Int
  /// Requests that are out.
  public let inFlight: Int
  /// The time since the start.
  public let elapsed: Duration
}
