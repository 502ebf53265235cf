/// An encoding of text.
///
/// Source: the WHATWG's Encoding Standard; three code pages of DOS are added, and nothing that browsers refuse.
public enum TextEncoding: Sendable, Hashable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case codePage(CodePage)
  case big5
  case eucJP
  case eucKR
  /// Includes GBK and GB 2312.
  case gb18030
  case iso2022JP
  case shiftJIS

  public static let windows1252 = TextEncoding.codePage(.windows1252)

  /// The encodings of bytes that are neither UTF-8 nor UTF-16 nor ASCII, the commonest first.
  public static let legacy: [TextEncoding] =
    CodePage.allCases.map(TextEncoding.codePage) + [.shiftJIS, .eucJP, .gb18030, .big5, .eucKR]

  /// The usual name.
  public var name: String { row.name }

  /// The first of its labels, in lower case.
  public var label: String { row.labels.split(separator: " ").first.map(String.init) ?? row.name }

  /// The encoding of a label such as `latin1` or `Shift_JIS`; nil for an unknown one. Case, spaces and punctuation do not matter.
  public init?(label: String) {
    guard let encoding = Self.byLabel[Self.folded(label)] else { return nil }
    self = encoding
  }

  private static let byLabel: [String: TextEncoding] = {
    var found: [String: TextEncoding] = [:]
    for encoding in [.utf8, .utf16LittleEndian, .utf16BigEndian, .iso2022JP] + legacy {
      for label in encoding.row.labels.split(separator: " ") { found[folded(label)] = encoding }
    }
    return found
  }()

  private static func folded(_ label: some StringProtocol) -> String {
    String(decoding: label.utf8.compactMap(folded), as: UTF8.self)
  }

  /// A letter in lower case or a digit; nil for any other byte.
  private static func folded(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: byte
    default: nil
    }
  }
}
