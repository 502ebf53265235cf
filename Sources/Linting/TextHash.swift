/// Hashes of texts that are the same for texts that are equal as strings (FNV-1a): so that those which differ from all others, as most
/// do, are known without a string being made of each.
///
/// The three characters beyond ASCII that Unicode takes for one of ASCII, such as the sign of the kelvin, are told from it.
enum TextHash {
  /// The hash of a text's bytes.
  static func of(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    bytes.withUnsafeBufferPointer { of($0, seed, \.self) }
  }

  /// The hash of a text in lower case.
  static func ofLowercased(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { of($0, 0) { $0.asciiLowercased } }
  }

  private static func of(_ bytes: UnsafeBufferPointer<UInt8>, _ seed: UInt64, _ transform: (UInt8) -> UInt8) -> UInt64 {
    var hash = 0xCBF2_9CE4_8422_2325 ^ seed
    for byte in bytes {
      // Beyond ASCII one text can be written with different characters (Unicode, canonical equivalence): all of these are alike.
      if byte >= 0x80 { return beyondASCII }
      hash = (hash ^ UInt64(transform(byte))) &* 0x0000_0100_0000_01B3
    }
    return hash ^ hash >> 32
  }

  private static let beyondASCII: UInt64 = 0
}
