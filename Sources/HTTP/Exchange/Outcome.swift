/// How an exchange ended.
public enum Outcome: Hashable, Sendable {
  /// A server answered, at least as far as the end of its header.
  case answered(Response)
  /// No answer came.
  case failed(TransportError)
}
