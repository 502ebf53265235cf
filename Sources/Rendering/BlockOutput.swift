/// Collects the lines of blocks with one blank line between them.
struct BlockOutput {
  private(set) var bytes: [UInt8] = []

  /// Adds a block; an attached one follows the block before it without a blank line.
  mutating func add(_ lines: some Sequence<String>, isAttached: Bool = false) {
    let newline = UInt8(ascii: "\n")
    var isFirst = true
    for line in lines {
      if isFirst, !bytes.isEmpty, !isAttached { bytes.append(newline) }
      isFirst = false
      bytes += line.utf8
      bytes.append(newline)
    }
  }
}
