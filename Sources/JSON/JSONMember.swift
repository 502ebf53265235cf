/// One key of a JSON object and what stands under it.
public struct JSONMember: Hashable, Sendable {
  public let key: String
  public let value: JSONValue

  public init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}
