extension JSONValue {
  /// The value as text, indented by two spaces, with a final line feed.
  ///
  /// `/` is not escaped. Besides the characters that RFC 8259 requires, those that terminals and editors obey instead of showing are
  /// written as `\uXXXX`: C1 controls, DEL, line separators, bidirectional controls, byte order marks.
  public var text: String {
    var writer = JSONWriter()
    writer.write(self, depth: 0)
    return writer.finished()
  }

  /// The value as text on one line, with a final line feed.
  public var line: String {
    var writer = JSONWriter(isOnOneLine: true)
    writer.write(self, depth: 0)
    return writer.finished()
  }

  /// Writes an object whose last member is an array, in pieces that together equal the object's `text`.
  ///
  /// The elements are made as they are written, so that an array of any length takes the memory of a few of them.
  ///
  /// - Parameters:
  ///   - members: the members before the array.
  ///   - key: the key of the array.
  ///   - put: receives the next piece.
  public static func write(
    _ members: [JSONMember], _ key: String, _ elements: some Sequence<JSONValue>, to put: (String) -> Void
  ) {
    var writer = JSONWriter()
    writer.put("{")
    for member in members {
      writer.newLine(depth: 1)
      writer.write(member, depth: 0)
      writer.put(",")
    }
    writer.newLine(depth: 1)
    writer.write(key)
    writer.put(": [")
    var isFirst = true
    for element in elements {
      if !isFirst { writer.put(",") }
      isFirst = false
      writer.newLine(depth: 2)
      writer.write(element, depth: 2)
      if writer.count >= 64 * 1024 { put(writer.flush()) }
    }
    if !isFirst { writer.newLine(depth: 1) }
    writer.put("]")
    writer.newLine(depth: 0)
    writer.put("}")
    put(writer.finished())
  }
}

/// Writes JSON as UTF-8 bytes.
struct JSONWriter {
  private var bytes: [UInt8] = []
  private let isOnOneLine: Bool

  init(isOnOneLine: Bool = false) {
    self.isOnOneLine = isOnOneLine
  }

  /// The number of bytes in the buffer.
  var count: Int { bytes.count }

  /// Removes and returns the text in the buffer.
  mutating func flush() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Removes and returns the text in the buffer, with a final line feed.
  mutating func finished() -> String {
    put("\n")
    return flush()
  }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: put("null")
    case .bool(let bool): put(bool ? "true" : "false")
    case .integer(let integer): put(String(integer))
    case .number(let number): put(number.isFinite ? String(number) : "null")
    case .string(let string): write(string)
    case .array(let elements):
      write(elements, between: "[", "]", depth: depth) { writer, element in
        writer.write(element, depth: depth + 1)
      }
    case .object(let members):
      write(members, between: "{", "}", depth: depth) { writer, member in
        writer.write(member, depth: depth)
      }
    }
  }

  /// - Parameter depth: the depth of the object.
  mutating func write(_ member: JSONMember, depth: Int) {
    write(member.key)
    put(": ")
    write(member.value, depth: depth + 1)
  }

  private mutating func write<Item>(
    _ items: [Item], between open: String, _ close: String, depth: Int, each: (inout JSONWriter, Item) -> Void
  ) {
    put(open)
    for (index, item) in items.enumerated() {
      if index > 0 { put(",") }
      newLine(depth: depth + 1)
      each(&self, item)
    }
    if !items.isEmpty { newLine(depth: depth) }
    put(close)
  }

  mutating func newLine(depth: Int) {
    if isOnOneLine { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  mutating func write(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    if string.utf8.allSatisfy(Self.isPlain) {
      put(string)
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": put("\\\"")
      case "\\": put("\\\\")
      case "\n": put("\\n")
      case "\r": put("\\r")
      case "\t": put("\\t")
      case _ where Self.isObeyed(scalar): escape(scalar)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Whether a byte is ASCII that needs no escape.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Whether terminals and editors obey a character instead of showing it; all of these are in the basic plane.
  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    put("\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits)
  }

  mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}
