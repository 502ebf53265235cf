/// Two texts as sequences of line numbers, where equal lines have the same number: comparing lines becomes comparing integers.
struct LineTable {
  /// Lines with their line feeds; the last may have none.
  let oldLines: [ArraySlice<UInt8>]
  let newLines: [ArraySlice<UInt8>]
  let old: [Int]
  let new: [Int]

  init(old oldBytes: [UInt8], new newBytes: [UInt8]) {
    oldLines = Self.split(oldBytes)
    newLines = Self.split(newBytes)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ lines: [ArraySlice<UInt8>]) -> [Int] {
      lines.map { line in
        if let known = numbers[line] { return known }
        numbers[line] = numbers.count
        return numbers.count - 1
      }
    }
    old = number(oldLines)
    new = number(newLines)
  }

  private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}
