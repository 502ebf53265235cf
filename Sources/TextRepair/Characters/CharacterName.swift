/// How characters are named to people.
enum CharacterName {
  /// The code point and the Unicode name, such as "U+00A0 NO-BREAK SPACE"; only the code point when it has no name.
  static func of(_ value: UInt32) -> String {
    guard let properties = Unicode.Scalar(value)?.properties, let name = properties.name ?? properties.nameAlias else {
      return number(value)
    }
    return "\(number(value)) \(name)"
  }

  /// The code point, such as "U+00A0".
  static func number(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
