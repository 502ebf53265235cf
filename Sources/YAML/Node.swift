/// A value of a YAML document, with its place.
public struct Node: Sendable {
  public enum Value: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    /// In the order of the file, without duplicates among the keys that are scalars.
    case mapping([(key: Node, value: Node)])
  }

  public struct Scalar: Sendable {
    /// The text as it is, so that `off` is not read as false.
    public let text: String
    /// Whether it is without quotes and tag, and so may mean more than its text.
    public let isPlain: Bool

    /// Whether it is no value at all: an empty one, `~` or `null`.
    public var isNull: Bool { isPlain && ["", "~", "null"].contains(text) }
  }

  public let value: Value
  public let place: Place
}

/// A line and a column of a YAML text, from 1; columns are Unicode scalars.
public struct Place: Hashable, Sendable {
  public let line: Int
  public let column: Int
}

/// A fault in a YAML text.
public struct YAMLError: Error, Equatable {
  public let place: Place
  /// A phrase without a full stop.
  public let problem: String

  static let outOfMemory = YAMLError(place: Place(line: 1, column: 1), problem: "cannot be read as YAML: out of memory")
}
