/// The gain of a candidate that gives common signs or emoji, which chance does not produce.
enum SymbolBonus {
  /// The gain of a replacement, in tenths of a point: that of its best sign.
  static func gain(of scalars: some Collection<UInt32>) -> Int {
    var total = 0
    for scalar in scalars where scalar >= 0xA0 { total = max(total, gain(of: scalar)) }
    return total
  }

  private static func gain(of scalar: UInt32) -> Int {
    switch scalar {
    case 0x2013, 0x2014, 0x2018...0x201A, 0x201C...0x201E, 0x2022, 0x2026: 24
    case 0x1F000..<0x1FB00: 30
    case 0xA9, 0xAE, 0xB0, 0xD7, 0x20AC, 0x2122: 14
    case 0x2190...0x2194, 0x21D0, 0x21D2, 0x21D4, 0x2211, 0x221A, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265: 14
    case 0xA0, 0xA1, 0xA3, 0xA5, 0xB1...0xB3, 0xB5, 0xBC...0xBF: 8
    case 0x20E3: 20
    case 0x2030...0x27C0, 0x2900..<0x2C00, 0x3030, 0x303D, 0x3297, 0x3299:
      if Unicode.Scalar(scalar)?.properties.isEmoji ?? false { 20 } else { (0x2500..<0x27C0).contains(scalar) ? 14 : 4 }
    case 0x2020, 0x2021: 14
    case 0x2010...0x2027: 10
    default: 0
    }
  }
}
