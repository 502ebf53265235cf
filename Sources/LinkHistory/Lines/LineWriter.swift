internal import JSON
internal import Source

/// Writes a JSON object on one line, without spaces.
struct LineWriter {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  mutating func begin() {
    put("{")
    isFirst = true
  }

  mutating func end() { put("}\n") }

  mutating func write(_ key: String, _ text: String?) {
    write(key: key)
    write(text)
  }

  mutating func write(_ key: String, _ number: Int?) {
    write(key: key)
    put(number.map { String($0) } ?? "null")
  }

  mutating func write(_ key: String, _ days: [Day]) {
    write(key: key)
    put("[")
    for (index, day) in days.enumerated() { put((index > 0 ? ",\"" : "\"") + day.description + "\"") }
    put("]")
  }

  mutating func write(_ key: String, raw value: String) {
    write(key: key)
    put(value)
  }

  /// Writes members as they are.
  mutating func write(_ members: [RawMember]) {
    for member in members {
      write(key: member.key)
      bytes += member.value
    }
  }

  /// Writes a line as it is.
  mutating func write(line: [UInt8]) {
    bytes += line
    put("\n")
  }

  private mutating func write(key: String) {
    if !isFirst { put(",") }
    isFirst = false
    write(key)
    put(":")
  }

  private mutating func write(_ text: String?) {
    guard let text else { return put("null") }
    put(String(JSONValue.string(text).line.dropLast()))
  }

  private mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}

/// A member of an object that this version does not know, as it was written.
struct RawMember: Hashable, Sendable {
  let key: String
  let value: [UInt8]

  /// nil where the value is not JSON.
  init?(_ bytes: [UInt8], key: Range<Int>, value: Range<Int>) {
    guard let name = bytes.string(in: key.lowerBound - 1..<key.upperBound + 1), bytes.json(in: value) != nil else {
      return nil
    }
    self.key = name
    self.value = Array(bytes[value])
  }
}
