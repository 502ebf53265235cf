/// A replacement of a range of a file.
public struct Edit: Hashable, Sendable {
  /// The bytes to remove; empty for an insertion.
  public let range: SourceRange
  /// The text to insert; empty for a deletion.
  public let replacement: String

  public init(_ range: SourceRange, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension Sequence where Element == Edit {
  /// The bytes with these edits, and whether all were applied.
  ///
  /// Edits apply in the order of their ranges. Of edits that overlap or insert at the same offset only the first applies. An edit past
  /// the end does not apply.
  public func applied(to bytes: [UInt8]) -> (bytes: [UInt8], complete: Bool) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    var last: SourceRange?
    var complete = true
    for edit in sorted(by: { $0.range < $1.range }) {
      let clashes = last.map { $0.overlaps(edit.range) || $0 == edit.range } ?? false
      guard !clashes, edit.range.lowerBound >= copied, edit.range.upperBound <= bytes.count else {
        complete = false
        continue
      }
      result += bytes[copied..<edit.range.lowerBound]
      result += edit.replacement.utf8
      copied = edit.range.upperBound
      last = edit.range
    }
    result += bytes[copied...]
    return (result, complete)
  }
}
