/// What a file's damaged sequences show of how many bytes were lost, whatever the sequences were.
///
/// Windows-1252 has characters for most of the bytes 80 to 9F, and hardly a text of some length does without all of them.
struct LossTraces {
  /// The sequences' bytes that became a question mark or U+FFFD, and those from 80 to 9F that are characters of Windows-1252.
  private var lost = 0
  private var images = 0
  /// Whether an emoji lost its second byte, which Windows-1252 has as Ÿ.
  private var hasLostLead = false
  /// Whether a sequence lost all bytes but the first inside of a word, where signs stand and no emoji.
  private var hasLostSign = false

  private static let enough = 4

  init(bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var offset = firstNonASCII(in: buffer, from: 0)
      while offset < buffer.count {
        let (value, length) = scalar(in: buffer, at: offset)
        if (0xC2...0xF4).contains(value), length == 2 { add(value, at: offset, in: buffer) }
        offset = firstNonASCII(in: buffer, from: offset + max(length, 1))
      }
    }
  }

  /// Whether more bytes are lost than Windows-1252 leaves undefined.
  var showBroadLoss: Bool { hasLostLead || hasLostSign || images == 0 && lost >= Self.enough }

  /// Counts what follows the first character of a sequence.
  private mutating func add(_ lead: UInt32, at start: Int, in buffer: UnsafeBufferPointer<UInt8>) {
    let count = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
    var offset = start + 2
    var lostHere = 0
    for position in 0..<count where offset < buffer.count {
      let (value, length) = scalar(in: buffer, at: offset)
      if value == 0x3F || value == 0xFFFD {
        lostHere += 1
        if lead == 0xF0, position == 1, lostHere == 2 { hasLostLead = true }
      } else if value >= 0x80, CodePages.shared.byte(of: value, page: CodePages.windows1252) & 0xC0 == 0x80 {
        if value > 0xFF { images += 1 } else if lead == 0xF0, position == 0, value >= 0xA0 { hasLostLead = true }
      } else {
        break
      }
      offset += length
    }
    lost += lostHere
    let isGlued = start > 0 && Self.isWord(buffer[start - 1]) || offset < buffer.count && Self.isWord(buffer[offset])
    if lead == 0xE2, lostHere == 2, isGlued { hasLostSign = true }
  }

  /// What is not ASCII may be damage itself, such as what is left of a variation selector.
  private static func isWord(_ byte: UInt8) -> Bool { byte < 0x80 && Surroundings.Neighbour(UInt32(byte)).isWord }
}
