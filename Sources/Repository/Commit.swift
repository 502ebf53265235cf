/// A commit by its full id.
public struct Commit: Hashable, Sendable {
  /// 40 hexadecimal digits, or 64 in a repository of SHA-256.
  public let id: String

  init?(_ id: String) {
    guard [40, 64].contains(id.utf8.count), id.allSatisfy(\.isHexDigit) else { return nil }
    self.id = id
  }
}
