/// How much it speaks for a reading that common signs and emoji come out of it, which chance does not produce.
enum Restoration {
  /// The gain of a replacement, in tenths of a point.
  static func gain(of scalars: some Collection<UInt32>) -> Int {
    var total = 0
    for scalar in scalars { total = max(total, gain(of: scalar)) }
    return total
  }

  private static func gain(of scalar: UInt32) -> Int {
    switch scalar {
    case 0x2013, 0x2014, 0x2018...0x201A, 0x201C...0x201E, 0x2022, 0x2026: 24
    case 0xA9, 0xAE, 0xB0, 0xB7, 0xD7, 0x20AC, 0x2122, 0x2190...0x2194, 0x2260, 0x2264, 0x2265, 0x2248: 12
    case 0xA0: 8
    case 0x1F300..<0x1FB00: 30
    case 0x2600..<0x27C0, 0x2B50, 0x2B55: 18
    case 0x2030...0x203A, 0x2010...0x2027, 0x2500..<0x2600, 0x2100..<0x2400, 0x2B00..<0x2C00: 10
    default: 0
    }
  }
}
