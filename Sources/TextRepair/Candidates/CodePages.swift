import TextEncodings

/// The byte of each character in each code page, and whether it starts or continues a UTF-8 sequence.
///
/// ISO 8859-1 has no separate page: page 0 has the controls U+0080 to U+009F as well as the characters of Windows-1252.
struct CodePages {
  /// The encodings by page number, likeliest first: of two pages with the same output the earlier one is reported.
  static let encodings: [LegacyEncoding] = [
    .windows1252, .windows1250, .windows1251, .windows1254, .windows1257, .latin2, .codePage437, .codePage850,
    .macRoman,
  ]
  static let tables: [CodePage] = [
    .windows1252, .windows1250, .windows1251, .windows1254, .windows1257, .iso88592, .codePage437, .codePage850,
    .macRoman,
  ]
  /// How much likelier Windows-1252 is than each page in a file with little damage, in tenths of a point.
  static let priors = [0, -18, -12, -24, -24, -22, -13, -21, -15]
  static let windows1252 = 0
  static let codePage850 = 7

  /// The undefined bytes of Windows-1252.
  static let holes: [UInt8] = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
  /// The control bytes of ISO 8859-1, which many programs lose.
  static let controls = [UInt8](0x80...0x9F)

  static let shared = CodePages()

  /// The start in `rows` of each block of 64 characters, by the block's number; 0 for an empty block.
  let blocks: [UInt16]
  /// The row of each character in those blocks; 0 for a character that no page has.
  let rows: [UInt16]
  /// By row: bit 16 + p if the character is the first byte of a sequence in page p, bit p if it is a continuation byte.
  let roles: [UInt32]
  /// The roles of the characters up to U+07FF, the commonest ones, without the lookup of rows.
  let lowRoles: [UInt32]
  /// By row and page: the byte, or 0.
  let bytes: [UInt8]

  private init() {
    var builder = Builder(pageCount: Self.tables.count)
    for (page, table) in Self.tables.enumerated() {
      for (index, scalar) in table.characters.enumerated() {
        let byte = UInt8(truncatingIfNeeded: 0x80 + index)
        // Many programs read an undefined byte as the character of the same number.
        builder.add(scalar ?? UInt32(byte), byte: byte, page: page)
      }
    }
    for control: UInt8 in 0x80..<0xA0 { builder.add(UInt32(control), byte: control, page: Self.windows1252) }
    blocks = builder.blocks
    rows = builder.rows
    roles = builder.roles
    lowRoles = (0..<0x800).map { [builder] scalar in
      builder.roles[Int(builder.rows[Int(builder.blocks[scalar >> 6]) + (scalar & 0x3F)])]
    }
    bytes = builder.bytes
  }

  /// The row of a character; 0 if it is ASCII or in no page.
  @inline(__always)
  func row(of scalar: UInt32) -> Int {
    guard scalar < 0x10000 else { return 0 }
    return Int(rows[Int(blocks[Int(scalar >> 6)]) + Int(scalar & 0x3F)])
  }

  /// The byte of a non-ASCII character in a page; 0 for none.
  @inline(__always)
  func byte(of scalar: UInt32, page: Int) -> UInt8 {
    bytes[row(of: scalar) * Self.encodings.count + page]
  }

  /// The roles of a non-ASCII character.
  @inline(__always)
  func roles(of scalar: UInt32) -> UInt32 {
    scalar < 0x800 ? lowRoles[Int(scalar)] : roles[row(of: scalar)]
  }

  private struct Builder {
    let pageCount: Int
    var blocks = [UInt16](repeating: 0, count: 1024)
    var rows = [UInt16](repeating: 0, count: 64)
    var roles: [UInt32] = [0]
    var bytes: [UInt8]

    init(pageCount: Int) {
      self.pageCount = pageCount
      bytes = [UInt8](repeating: 0, count: pageCount)
    }

    mutating func add(_ scalar: UInt32, byte: UInt8, page: Int) {
      let block = Int(scalar >> 6)
      if blocks[block] == 0 {
        blocks[block] = UInt16(truncatingIfNeeded: rows.count)
        rows += [UInt16](repeating: 0, count: 64)
      }
      let slot = Int(blocks[block]) + Int(scalar & 0x3F)
      if rows[slot] == 0 {
        rows[slot] = UInt16(truncatingIfNeeded: roles.count)
        roles.append(0)
        bytes += [UInt8](repeating: 0, count: pageCount)
      }
      let row = Int(rows[slot])
      guard bytes[row * pageCount + page] == 0 else { return }
      bytes[row * pageCount + page] = byte
      if byte < 0xC0 {
        roles[row] |= 1 << UInt32(page)
      } else if (0xC2...0xF4).contains(byte) {
        roles[row] |= 1 << UInt32(16 + page)
      }
    }
  }
}
