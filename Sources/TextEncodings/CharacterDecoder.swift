/// Reads one character at a time; each encoding's rules are those of the Encoding Standard.
struct CharacterDecoder: Sendable {
  /// The character at the start of some bytes.
  enum Step {
    case character(UInt32, length: Int)
    /// Two characters for one of Big5.
    case pair(UInt32, UInt32, length: Int)
    /// A change of the state.
    case nothing(length: Int)
    /// The bytes end within a character.
    case incomplete
    case error(length: Int)
  }

  /// What earlier bytes mean for those that follow, which only ISO-2022-JP has, and whether any follow.
  struct State {
    enum CharacterSet {
      case ascii, roman, katakana, kanji
    }

    var characterSet = CharacterSet.ascii
    /// Whether the text ends with the bytes at hand.
    var isLast = false

    var isASCII: Bool { characterSet == .ascii }
  }

  private let encoding: TextEncoding
  private let codePage: CharacterTable?

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    guard case .codePage(let page) = encoding else {
      codePage = nil
      return
    }
    codePage = CharacterTable(page.text, count: 128)
  }

  var isUTF8: Bool { encoding == .utf8 }

  /// Whether a byte below 0x80 that starts a character is ASCII.
  var keepsASCII: Bool {
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian, .iso2022JP: false
    default: true
    }
  }

  /// The character at the start of some bytes, which are not empty.
  func next(in bytes: ArraySlice<UInt8>, _ state: inout State) -> Step {
    let first = bytes[bytes.startIndex]
    switch encoding {
    case .utf8: return Self.utf8(bytes)
    case .utf16LittleEndian: return utf16(bytes, low: 0)
    case .utf16BigEndian: return utf16(bytes, low: 1)
    case .iso2022JP: return iso2022JP(bytes, &state)
    case _ where first < 0x80: return .character(UInt32(first), length: 1)
    case .codePage:
      return codePage?[Int(first & 0x7F)].map { .character($0, length: 1) } ?? .error(length: 1)
    case .big5: return big5(bytes)
    case .eucJP: return eucJP(bytes)
    case .eucKR: return eucKR(bytes, state)
    case .gb18030: return gb18030(bytes)
    case .shiftJIS: return shiftJIS(bytes)
    }
  }

  /// A character of two bytes; where they are none, an ASCII byte is read again, because it may be the end of a tag.
  func doubleByte(_ bytes: ArraySlice<UInt8>, _ table: DoubleByteTable) -> Step {
    guard bytes[bytes.startIndex] != 0x80, bytes[bytes.startIndex] != 0xFF else { return .error(length: 1) }
    guard bytes.count > 1 else { return .incomplete }
    let trail = bytes[bytes.startIndex + 1]
    guard let value = table[bytes[bytes.startIndex], trail] else { return .error(length: trail < 0x80 ? 1 : 2) }
    return .character(value, length: 2)
  }
}

extension CharacterDecoder {
  private func utf16(_ bytes: ArraySlice<UInt8>, low: Int) -> Step {
    func unit(_ offset: Int) -> UInt32? {
      guard offset + 1 < bytes.count else { return nil }
      let start = bytes.startIndex + offset
      return UInt32(bytes[start + low]) | UInt32(bytes[start + 1 - low]) << 8
    }
    guard let first = unit(0) else { return .incomplete }
    guard first & 0xF800 == 0xD800 else { return .character(first, length: 2) }
    guard first < 0xDC00 else { return .error(length: 2) }
    guard let second = unit(2) else { return .incomplete }
    guard second & 0xFC00 == 0xDC00 else { return .error(length: 2) }
    return .character(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF), length: 4)
  }
}
