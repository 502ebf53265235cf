import Source

/// Collects the lines of blocks with one blank line between them.
struct BlockOutput {
  private(set) var bytes: [UInt8] = []
  private let lineEnd: [UInt8]

  init(lineEnd: [UInt8], capacity: Int) {
    self.lineEnd = lineEnd
    bytes.reserveCapacity(capacity)
  }

  /// Adds a block, and says where it is now; an attached one follows the block before it without a blank line.
  @discardableResult
  mutating func add(_ lines: [String], isAttached: Bool = false) -> SourceRange {
    guard !lines.isEmpty else { return SourceRange(bytes.count, bytes.count) }
    if !bytes.isEmpty, !isAttached { bytes += lineEnd }
    let start = bytes.count
    for line in lines {
      bytes += line.utf8
      bytes += lineEnd
    }
    return SourceRange(start, bytes.count)
  }
}
