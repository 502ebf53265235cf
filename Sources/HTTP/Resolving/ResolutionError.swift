/// Why a host name has no address.
public enum ResolutionError: Error, Hashable, Sendable {
  /// The name does not exist, or has no address.
  case nameNotFound
  /// The resolver failed, or had no answer in time: the name may exist.
  case failed
  /// The question was given up on our side.
  case cancelled
}
