/// Finds the cells of a table of comma-separated values (RFC 4180), or with semicolons or tabs.
struct CellSearch {
  private let bytes: [UInt8]
  private let separator: UInt8

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    separator = Self.separator(of: bytes)
  }

  /// The separator that the first line has most of.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = candidates.map { candidate in line.count { $0 == candidate } }
    return zip(candidates, counts).max { $0.1 < $1.1 }?.0 ?? candidates[0]
  }

  /// The bounds of all cells; those in quotes without them.
  func cells() -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let start = bytes[index] == UInt8(ascii: "\"") ? index + 1 : index
      let end = start > index ? endOfQuotation(from: start) : endOfCell(from: start)
      cells.append(start..<end)
      index = endOfCell(from: end) + 1
    }
    return cells
  }

  private func endOfCell(from start: Int) -> Int {
    bytes[start...].firstIndex { $0 == separator || $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
  }

  /// The offset of the quote that ends a cell; two quotes are one in its text.
  private func endOfQuotation(from start: Int) -> Int {
    var index = start
    while let quote = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) {
      guard quote + 1 < bytes.count, bytes[quote + 1] == UInt8(ascii: "\"") else { return quote }
      index = quote + 2
    }
    return bytes.endIndex
  }
}
