/// An encoding of one byte a character, whose first half is ASCII.
public enum CodePage: String, Sendable, Hashable, CaseIterable {
  case windows1252
  case windows1250
  case windows1251
  case windows1253
  case windows1254
  case windows1255
  case windows1256
  case windows1257
  case windows1258
  case windows874
  case iso88592
  case iso88593
  case iso88594
  case iso88595
  case iso88596
  case iso88597
  case iso88598
  case iso885910
  case iso885913
  case iso885914
  case iso885915
  case iso885916
  case koi8R
  case koi8U
  case macRoman
  case macCyrillic
  case codePage437
  case codePage850
  case codePage852
  case codePage866

  /// The characters of the bytes from 0x80 on; nil for a byte without one.
  ///
  /// A byte below 0xA0 that the page leaves undefined is the C1 control of the same number, as in browsers.
  public var characters: [UInt32?] {
    let table = CharacterTable(text, count: 128)
    return (0..<128).map { table[$0] }
  }
}
