/// A hash that is the same in every process (FNV-1a, 64 bits; RFC 9923).
public enum FNV {
  public static func hash(_ text: String) -> UInt64 { hash(text.utf8) }

  public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
