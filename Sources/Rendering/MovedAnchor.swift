/// An anchor that has another name after rendering.
public struct MovedAnchor: Hashable, Sendable {
  /// The name that links from elsewhere may still use, without the `#`.
  public let old: String
  public let new: String
}
