/// Why a file's bytes are not text.
public enum DecodingError: Error, Hashable {
  /// The bytes are not UTF-8: the offset of the first one that is not.
  case invalidUTF8(offset: Int)
  /// The bytes hold NUL at this offset, as binary files do and text does not.
  case binary(offset: Int)
  /// The bytes are UTF-16, and at this offset stands half of a surrogate pair or half of a code unit.
  case invalidUTF16(offset: Int)

  /// The offset of the first byte that cannot be read.
  public var offset: Int {
    switch self {
    case .invalidUTF8(let offset), .binary(let offset), .invalidUTF16(let offset): offset
    }
  }
}

extension DecodingError: CustomStringConvertible {
  /// What is wrong, where, and what to do about it, as one sentence without a full stop.
  public var description: String {
    switch self {
    case .invalidUTF8(let offset):
      "not UTF-8: the byte at offset \(offset) cannot be read; save the file as UTF-8"
    case .binary(let offset):
      "not text: the byte at offset \(offset) is NUL, as in a binary file"
    case .invalidUTF16(let offset):
      "not UTF-16, though it starts like it: the bytes at offset \(offset) are half a character; save the file as UTF-8"
    }
  }
}
