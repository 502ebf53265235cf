/// Writes JSON as UTF-8 bytes.
struct JSONWriter {
  private var bytes: [UInt8] = []
  private let isOnOneLine: Bool

  init(isOnOneLine: Bool = false) {
    self.isOnOneLine = isOnOneLine
  }

  /// The number of bytes written and not taken.
  var count: Int { bytes.count }

  /// Takes the text written so far.
  mutating func take() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text written so far, with a final line feed.
  mutating func finished() -> String {
    put("\n")
    return take()
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

  /// - Parameter depth: of the object.
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

  /// Whether a byte stands for itself: ASCII that needs no escape, as most of what is written.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Whether software that shows this character does something else than show it; all of these lie in the basic plane.
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
