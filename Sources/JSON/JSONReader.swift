/// The place where a text is not JSON.
public struct JSONError: Error, Hashable, Sendable {
  /// The offset of the first invalid byte.
  public let offset: Int
}

extension JSONValue {
  /// Reads a JSON document in UTF-8.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes)
    self = try reader.document()
  }
}

/// Reads JSON (RFC 8259) in one pass; depth, time and memory are limited for hostile input.
struct JSONReader {
  private static let maxDepth = 64

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads the whole text as one value.
  mutating func document() throws(JSONError) -> JSONValue {
    let value = try value(depth: 0)
    skipSpaces()
    guard index == bytes.count else { throw error }
    return value
  }

  private var error: JSONError { JSONError(offset: index) }
  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpaces() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  /// Consumes a byte if it is the next one.
  private mutating func consume(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func consume(word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let word = Array("\(word)".utf8)
    guard bytes[index...].starts(with: word) else { throw error }
    index += word.count
    return value
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipSpaces()
    guard depth < Self.maxDepth, let byte = next else { throw error }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try consume(word: "true", .bool(true))
    case UInt8(ascii: "f"): return try consume(word: "false", .bool(false))
    case UInt8(ascii: "n"): return try consume(word: "null", .null)
    default: return try number()
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    index += 1
    skipSpaces()
    if consume("]") { return .array([]) }
    var elements: [JSONValue] = []
    repeat {
      elements.append(try value(depth: depth + 1))
      skipSpaces()
    } while consume(",")
    guard consume("]") else { throw error }
    return .array(elements)
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    index += 1
    skipSpaces()
    if consume("}") { return .object([]) }
    var members: [JSONMember] = []
    repeat {
      skipSpaces()
      guard next == UInt8(ascii: "\"") else { throw error }
      let key = try string()
      skipSpaces()
      guard consume(":") else { throw error }
      members.append(JSONMember(key, try value(depth: depth + 1)))
      skipSpaces()
    } while consume(",")
    guard consume("}") else { throw error }
    return .object(members)
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = index
    while let byte = next, "+-.0123456789Ee".utf8.contains(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    let digits = text.first == "-" ? text.dropFirst() : text[...]
    let isWellFormed =
      digits.first?.isNumber == true && (digits.first != "0" || digits.dropFirst().first?.isNumber != true)
    if isWellFormed, let integer = Int(text) { return .integer(integer) }
    guard isWellFormed, digits.last?.isNumber == true, let number = Double(text) else {
      index = start
      throw error
    }
    return .number(number)
  }

  private mutating func string() throws(JSONError) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw error }
      if byte == UInt8(ascii: "\\") {
        text += Array(String(Character(try escape())).utf8)
      } else {
        text.append(byte)
        index += 1
      }
    }
    guard consume("\""), let string = String(validating: text, as: UTF8.self) else { throw error }
    return string
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    index += 1
    guard let byte = next else { throw error }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default:
      index -= 1
      throw error
    }
  }

  /// Reads a scalar: four digits, or two surrogates of four digits each.
  private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, consume("\\"), consume("u") else { throw error }
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw error }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else { throw error }
      number = number << 4 | UInt32(digit)
      index += 1
    }
    return number
  }
}
