/// The bytes of U+FEFF at the start of a file (Unicode 16, section 23.8).
public enum ByteOrderMark {
  public static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
  public static let utf16LittleEndian: [UInt8] = [0xFF, 0xFE]
  public static let utf16BigEndian: [UInt8] = [0xFE, 0xFF]
}

extension Collection<UInt8> {
  /// The bytes without the UTF-8 byte order marks at their start: joined files can have several.
  public var droppingByteOrderMarks: SubSequence {
    var rest = self[...]
    while rest.starts(with: ByteOrderMark.utf8) { rest = rest.dropFirst(ByteOrderMark.utf8.count) }
    return rest
  }
}
