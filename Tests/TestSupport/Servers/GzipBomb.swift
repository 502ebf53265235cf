/// A body in gzip that is one long run of one letter, far longer than it looks.
public enum GzipBomb {
  /// Each byte stands for about 158.
  ///
  /// A single block with the fixed codes of RFC 1951, section 3.2.6: the letter, then the same 258 letters again and again.
  public static func body(decodedBytes: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var buffer: UInt32 = 0
    var count: UInt32 = 0
    func put(_ code: UInt32, _ length: UInt32, into bytes: inout [UInt8]) {
      buffer |= code << count
      count += length
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: buffer))
        buffer >>= 8
        count -= 8
      }
    }
    put(0b011, 3, into: &bytes)
    // Codes are written from their most significant bit: these are mirrored.
    put(0b1000_1110, 8, into: &bytes)
    for _ in 0..<(decodedBytes / 258) { put(0b1010_0011, 13, into: &bytes) }
    put(0, 7, into: &bytes)
    put(0, 8, into: &bytes)
    return bytes
  }
}
