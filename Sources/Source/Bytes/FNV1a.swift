/// A hash that is the same on every machine and in every run (FNV-1a, 64 bits; RFC 9923).
public struct FNV1a: Sendable {
  /// The hash of the bytes so far.
  public var value: UInt64

  @inlinable
  public init(basis: UInt64 = 0xCBF2_9CE4_8422_2325) {
    value = basis
  }

  /// Starts with another basis for each seed, for hashes that must not agree.
  @inlinable
  public init(seed: UInt64) {
    self.init(basis: 0xCBF2_9CE4_8422_2325 ^ seed)
  }

  @inlinable
  public mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  @inlinable
  public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a()
    for byte in bytes { hash.combine(byte) }
    return hash.value
  }

  @inlinable
  public static func hash(_ text: String) -> UInt64 { hash(text.utf8) }
}
