internal import JSON
internal import Source

/// Reads the members of a JSON object on one line in place: of a million lines, few values are needed.
struct LineReader {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int
  private var isFirst = true
  /// Whether the object ended where the line does.
  private(set) var isComplete = false

  /// - Parameter range: the line without its newline.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    (self.bytes, index, end) = (bytes, range.lowerBound, range.upperBound)
    skipSpaces()
    guard consume("{") else { return nil }
  }

  /// The next member: its key without the quotes, its value with them; nil at the end, and where the line is damaged.
  mutating func next() -> (key: Range<Int>, value: Range<Int>)? {
    skipSpaces()
    if consume("}") {
      skipSpaces()
      isComplete = index == end
      return nil
    }
    if !isFirst {
      guard consume(",") else { return nil }
      skipSpaces()
    }
    isFirst = false
    guard let key = string() else { return nil }
    skipSpaces()
    guard consume(":") else { return nil }
    skipSpaces()
    guard let value = value() else { return nil }
    return (key.lowerBound + 1..<key.upperBound - 1, value)
  }

  private mutating func skipSpaces() {
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0D { index += 1 }
  }

  private mutating func consume(_ character: Unicode.Scalar) -> Bool {
    guard index < end, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// The range of a string with its quotes.
  private mutating func string() -> Range<Int>? {
    let start = index
    guard consume("\"") else { return nil }
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return start..<index }
      if byte == UInt8(ascii: "\\") { index += 1 }
      if byte < 0x20 { return nil }
    }
    return nil
  }

  /// The range of a value; that of an object or array, and of a word or number, is checked where it is used.
  private mutating func value() -> Range<Int>? {
    guard index < end else { return nil }
    let start = index
    if bytes[index] == UInt8(ascii: "\"") { return string() }
    var depth = 0
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        guard string() != nil else { return nil }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return start < index ? start..<index : nil }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return start < index ? start..<index : nil
      default: break
      }
      index += 1
      if depth == 0, bytes[index - 1] == UInt8(ascii: "}") || bytes[index - 1] == UInt8(ascii: "]") {
        return start..<index
      }
    }
    return nil
  }
}

extension [UInt8] {
  /// Whether a range has the bytes of a word.
  func matches(_ word: StaticString, in range: Range<Int>) -> Bool {
    word.withUTF8Buffer { word in
      guard word.count == range.count else { return false }
      for offset in 0..<word.count where unsafe word[offset] != self[range.lowerBound + offset] { return false }
      return true
    }
  }

  /// The JSON value in a range; nil where it is damaged.
  func json(in range: Range<Int>) -> JSONValue? {
    try? JSONValue(parsing: Array(self[range]))
  }

  /// The string in a range that begins and ends with quotes.
  func string(in range: Range<Int>) -> String? {
    guard range.count >= 2, self[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
    if self[range].contains(UInt8(ascii: "\\")) { return json(in: range)?.string }
    return String(validating: self[range.lowerBound + 1..<range.upperBound - 1], as: UTF8.self)
  }

  /// The day in a range that begins and ends with quotes.
  func day(in range: Range<Int>) -> Day? {
    range.count == 12 ? Day(bytes: self[range.lowerBound + 1..<range.upperBound - 1]) : nil
  }
}
