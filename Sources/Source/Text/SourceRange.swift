/// A half-open range of byte offsets in a file as it is on disk; a byte order mark counts.
public struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  public var lowerBound: Int
  /// The offset after the last byte, at least `lowerBound`.
  public var upperBound: Int

  /// A range of offsets; an end before the start is moved to the start.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = max(lowerBound, upperBound)
  }

  public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// The same range as the standard library's type.
  public var range: Range<Int> { lowerBound..<upperBound }
  public var count: Int { upperBound - lowerBound }
  public var isEmpty: Bool { lowerBound == upperBound }

  /// Whether all of `other` is in this range.
  public func contains(_ other: SourceRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }

  public func contains(_ offset: Int) -> Bool {
    lowerBound <= offset && offset < upperBound
  }

  /// Whether the ranges share a byte.
  public func overlaps(_ other: SourceRange) -> Bool {
    lowerBound < other.upperBound && other.lowerBound < upperBound
  }

  /// The smallest range with both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
  }
}

extension SourceRange: Comparable {
  /// Orders by start, then by end.
  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
  }
}

/// An optional source range in eight bytes, for values that a file has many of; the file is smaller than 2 GiB.
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
