import Testing

@testable import TextEncodings

/// The tables are compared with Python's codecs by fingerprints, which `generate-fingerprints.py` prints.
@Suite("Tables of encodings")
struct TableTests {
  /// FNV-1a of code points; 0 stands for none.
  private static func fingerprint(_ characters: [UInt32?]) -> UInt64 {
    characters.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1 ?? 0)) &* 0x100_0000_01B3 }
  }

  private static let codePages: [CodePage: UInt64] = Dictionary(
    uniqueKeysWithValues: [
      (.windows1250, 0xA1FA_1552_C38E_DF05),
      (.windows1251, 0x9A87_2E59_5F76_D19D),
      (.windows1252, 0xD5FD_16FD_FDE3_858F),
      (.windows1253, 0x10DE_2CCF_36A7_2D90),
      (.windows1254, 0x8065_40A5_F267_B8C7),
      (.windows1255, 0xCB2F_4197_A0E9_9C55),
      (.windows1256, 0x9DB2_4AE2_CEC2_23E0),
      (.windows1257, 0xDF55_9124_2368_2C40),
      (.windows1258, 0x4B8C_3BB3_BACD_42B6),
      (.windows874, 0xB944_C872_CF75_4AA9),
      (.iso88592, 0x1FE3_5A76_8ABE_DF4E),
      (.iso88593, 0x053F_8078_D05A_2FE3),
      (.iso88594, 0x40F9_A75E_46C1_7D41),
      (.iso88595, 0xB1EC_712A_A17A_51C1),
      (.iso88596, 0x9FA4_B29F_C018_B45E),
      (.iso88597, 0x605C_8E9F_267A_A3D8),
      (.iso88598, 0x8579_63E1_8CB5_1126),
      (.iso885910, 0x586C_45B5_8997_516E),
      (.iso885913, 0x99C1_E41F_17F1_140C),
      (.iso885914, 0x971D_A2C2_FA53_0684),
      (.iso885915, 0x036B_5261_7878_4987),
      (.iso885916, 0xCFF2_A0B6_5412_10EB),
      (.codePage437, 0x287A_00C7_E098_B2E0),
      (.codePage850, 0xDB9F_5E24_8F91_0490),
      (.codePage852, 0xEF17_AA48_2509_ABCB),
      (.codePage866, 0xE80A_00CC_88B8_82BD),
      (.koi8R, 0x90A9_7FC4_A62A_F069),
      (.koi8U, 0x8E99_E47A_8F85_395A),
      (.macRoman, 0xFCF2_F2B7_35BC_FFE8),
      (.macCyrillic, 0x5899_7254_5F2F_6E02),
    ] as [(CodePage, UInt64)])

  @Test("Each byte of a code page", arguments: CodePage.allCases)
  func codePage(page: CodePage) {
    #expect(Self.fingerprint(page.characters) == Self.codePages[page])
  }

  private static let tables: [(DoubleByteTable, UInt64)] = [
    (.big5, 0x27CC_F50A_4EA9_3512), (.eucKR, 0xD667_A302_115F_3B42), (.gb18030, 0xBAA0_6C33_E367_1094),
    (.jisX0212, 0x262A_7B12_0D1E_034D), (.shiftJIS, 0x1E83_AA5D_BEF6_809B),
  ]

  @Test("Each pair of bytes", arguments: tables.indices)
  func pairs(index: Int) {
    let (table, fingerprint) = Self.tables[index]
    let trails = UInt8(0x40)...0xFE
    #expect(Self.fingerprint((UInt8(0x81)...0xFE).flatMap { lead in trails.map { table[lead, $0] } }) == fingerprint)
  }

  /// The character that some bytes are; nil if they are none.
  private static func character(_ bytes: [UInt8], _ decoder: CharacterDecoder) -> UInt32? {
    var state = CharacterDecoder.State()
    guard case .character(let value, bytes.count) = decoder.next(in: bytes[...], &state) else { return nil }
    return value
  }

  @Test("Each pair of bytes of EUC-JP, most of which are those of Shift-JIS in another place")
  func eucJP() {
    let decoder = CharacterDecoder(.eucJP)
    let columns = UInt8(0xA1)...0xFE
    let found = columns.flatMap { row in columns.map { Self.character([row, $0], decoder) } }
    #expect(Self.fingerprint(found) == 0xF90D_9F51_C56C_5B2F)
    #expect(Self.character([0x8F, 0xB0, 0xA1], decoder) == 0x4E02)
  }

  @Test("Each character of four bytes of GB 18030")
  func fourBytes() {
    let decoder = CharacterDecoder(.gb18030)
    let found = (0..<39420).map { index in
      let bytes = [0x81 + index / 12600, 0x30 + index / 1260 % 10, 0x81 + index / 10 % 126, 0x30 + index % 10]
      return Self.character(bytes.map { UInt8($0) }, decoder)
    }
    #expect(Self.fingerprint(found) == 0xEE1B_3E7C_54F7_32C4)
    #expect(Self.character([0x95, 0x32, 0x82, 0x36], decoder) == 0x20000)
    #expect(Self.character([0xE3, 0x32, 0x9A, 0x35], decoder) == 0x10FFFF)
    #expect(Self.character([0xE3, 0x32, 0x9A, 0x36], decoder) == nil)
  }
}
