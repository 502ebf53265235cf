import Source

/// Joins the lines of blocks, with one blank line between blocks.
struct BlockOutput {
  private(set) var bytes: [UInt8] = []
  private let newline: [UInt8]

  init(newline: [UInt8], capacity: Int) {
    self.newline = newline
    bytes.reserveCapacity(capacity)
  }

  /// Adds front matter byte for byte.
  mutating func add(frontMatter: ArraySlice<UInt8>) {
    bytes += frontMatter
    if let last = frontMatter.last, last != UInt8(ascii: "\n") { bytes += newline }
  }

  /// Adds a text with LF, whose lines stay as they are, and returns its range; its last line gets a newline if it has none.
  @discardableResult
  mutating func add(text: [UInt8]) -> SourceRange {
    let start = bytes.count
    let lineFeed = UInt8(ascii: "\n")
    if newline == [lineFeed] {
      bytes += text
    } else {
      for byte in text {
        if byte == lineFeed { bytes += newline } else { bytes.append(byte) }
      }
    }
    if let last = text.last, last != lineFeed { bytes += newline }
    return SourceRange(start, bytes.count)
  }

  mutating func addBlankLine() {
    if !bytes.isEmpty { bytes += newline }
  }

  /// Adds a block and returns its range; an attached block follows the one before it without a blank line.
  @discardableResult
  mutating func add(_ lines: [String], isAttached: Bool = false) -> SourceRange {
    guard !lines.isEmpty else { return SourceRange(bytes.count, bytes.count) }
    if !isAttached { addBlankLine() }
    let start = bytes.count
    for line in lines {
      bytes += line.utf8
      bytes += newline
    }
    return SourceRange(start, bytes.count)
  }
}
