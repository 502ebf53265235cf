/// Where a text is no JSON.
public struct JSONError: Error, Hashable, Sendable {
  /// The offset of the first byte that cannot be read.
  public let offset: Int
}
