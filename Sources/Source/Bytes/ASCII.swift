/// Classes of ASCII bytes; a byte of 0x80 and above is in none of them.
extension UInt8 {
  @inlinable public var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  @inlinable public var isASCIILetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
  @inlinable public var isASCIIUppercase: Bool { (0x41...0x5A).contains(self) }
  @inlinable public var isASCIILowercase: Bool { (0x61...0x7A).contains(self) }
  @inlinable public var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
  @inlinable public var isASCIIHexDigit: Bool { isASCIIDigit || (0x41...0x46).contains(self & 0xDF) }

  /// Space, tab, line feed, vertical tab, form feed or carriage return (C `isspace`).
  @inlinable public var isASCIIWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  /// Space or tab (C `isblank`).
  @inlinable public var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }

  /// One of ``!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~`` (CommonMark 0.31, section 2.1).
  @inlinable public var isASCIIPunctuation: Bool { (0x21...0x7E).contains(self) && !isASCIIAlphanumeric }

  /// A capital letter in lower case; any other byte as it is.
  @inlinable public var asciiLowercased: UInt8 { isASCIIUppercase ? self | 0x20 : self }

  /// The value of a hexadecimal digit, 0 to 15; nil for other bytes.
  @inlinable public var hexDigitValue: UInt8? {
    isASCIIDigit ? self & 0x0F : isASCIIHexDigit ? (self & 0x0F) + 9 : nil
  }
}
