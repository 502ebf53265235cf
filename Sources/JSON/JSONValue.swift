/// A JSON document (RFC 8259) that keeps the order of its members, so that the same value is always written as the same bytes.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A fraction; one that JSON cannot write (infinite or not a number) is written as `null`.
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// The members in the order they are written; keys are not checked for repetition.
  case object([JSONMember])

  /// The string, or `null` for nil.
  public static func optional(_ text: String?) -> JSONValue {
    text.map(JSONValue.string) ?? .null
  }

  /// The integer, or `null` for nil.
  public static func optional(_ number: Int?) -> JSONValue {
    number.map(JSONValue.integer) ?? .null
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { JSONMember($0.0, $0.1) })
  }
}
