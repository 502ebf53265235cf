/// A source range, or none, in eight bytes: for values of which a file has many. The file has less than 2 GiB.
public struct CompactRange: Hashable, Sendable {
  private let lowerBound: Int32
  private let upperBound: Int32

  public init(_ range: SourceRange?) {
    lowerBound = Int32(clamping: range?.lowerBound ?? -1)
    upperBound = Int32(clamping: range?.upperBound ?? -1)
  }

  public var range: SourceRange? {
    lowerBound < 0 ? nil : SourceRange(Int(lowerBound), Int(upperBound))
  }
}
