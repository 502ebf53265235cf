extension Duration {
  /// Reads a duration as people write it: whole seconds (`30`), or a number with a unit (`500ms`, `1.5s`, `30s`, `2m`, `1h`, `7d`).
  ///
  /// Nil for every other text, and for more than a hundred years.
  public init?(text: String) {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(number.count)
    guard let milliseconds = Self.units[String(unit)], number.first != ".", number.last != ".",
      // A number without a unit counts whole seconds.
      !unit.isEmpty || !number.contains("."), let value = Double(number)
    else { return nil }
    let total = value * milliseconds
    guard total <= 3_155_760_000_000 else { return nil }
    self = .milliseconds(Int(total.rounded()))
  }

  /// Milliseconds in each unit.
  private static let units: [String: Double] = [
    "": 1_000, "ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000,
  ]

  /// The duration in the largest unit that gives a whole number, as `init(text:)` reads it: `90s`, `2m`, `500ms`.
  public var text: String {
    let total = Int(self / .milliseconds(1))
    let units = [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000)]
    guard total > 0, let (unit, size) = units.first(where: { total % $0.1 == 0 }) else {
      return total == 0 ? "0s" : "\(total)ms"
    }
    return "\(total / size)\(unit)"
  }

  /// How long something took, for people: `0.09 s`, `12.3 s`, `3 min 4 s`.
  public var elapsedText: String {
    let hundredths = Int((self / .milliseconds(10)).rounded())
    if hundredths < 1_000 { return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s" }
    if hundredths < 6_000 { return "\(hundredths / 100).\(hundredths / 10 % 10) s" }
    return "\(hundredths / 6_000) min \(hundredths / 100 % 60) s"
  }
}
