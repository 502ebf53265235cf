/// Why a file's bytes are not text.
public enum DecodingError: Error, Hashable {
  /// The bytes are not UTF-8: the offset of the first one that is not.
  case invalidUTF8(offset: Int)
  /// The bytes hold NUL at this offset, as binary files do and text does not.
  case binary(offset: Int)
}
