import Source

/// Joins the lines of blocks, with one blank line between blocks.
struct BlockOutput {
  private(set) var bytes: [UInt8] = []
  private let newline: [UInt8]

  init(newline: [UInt8], capacity: Int) {
    self.newline = newline
    bytes.reserveCapacity(capacity)
  }

  /// Adds a block and returns its range; an attached block follows the one before it without a blank line.
  @discardableResult
  mutating func add(_ lines: [String], isAttached: Bool = false) -> SourceRange {
    guard !lines.isEmpty else { return SourceRange(bytes.count, bytes.count) }
    if !bytes.isEmpty, !isAttached { bytes += newline }
    let start = bytes.count
    for line in lines {
      bytes += line.utf8
      bytes += newline
    }
    return SourceRange(start, bytes.count)
  }
}
