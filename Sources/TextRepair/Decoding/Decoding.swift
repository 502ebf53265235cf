import Source
public import TextEncodings

/// Decodes a file: UTF-8, or UTF-16 if a byte order mark or the pattern of NUL bytes shows it.
///
/// Offsets in errors are offsets in the file. The text of a UTF-8 file keeps its byte order mark, so offsets stay the same.
public func decodeText(_ bytes: [UInt8]) throws(DecodingError) -> DecodedText {
  if let encoding = utf16Encoding(of: bytes) {
    return try decodeUTF16(bytes, encoding: encoding)
  }
  if let offset = firstInvalidUTF8Offset(in: bytes) {
    // A file with NUL is binary, not text in another encoding: the more useful message.
    if let null = bytes[..<min(bytes.count, offset + 1024)].firstIndex(of: 0) { throw .binary(offset: null) }
    throw .invalidUTF8(offset: offset)
  }
  if let offset = bytes.firstIndex(of: 0) { throw .binary(offset: offset) }
  return DecodedText(
    source: SourceText(utf8: bytes), encoding: .utf8, hasByteOrderMark: bytes.starts(with: ByteOrderMark.utf8))
}

/// Decodes a file in an encoding that its bytes do not show.
///
/// In a file of Windows-1252, what is UTF-8 is kept: its characters look like no text in Windows-1252.
public func decodeText(_ bytes: [UInt8], as encoding: TextEncoding) throws(DecodingError) -> DecodedText {
  if let offset = bytes.firstIndex(of: 0) { throw .binary(offset: offset) }
  if encoding == .windows1252 { return decodeWindows1252(bytes) }
  var decoder = TextDecoder(encoding)
  let text = decoder.decode(bytes, isLast: true)
  if let offset = decoder.firstInvalid { throw .undecodable(offset: offset, encoding) }
  return DecodedText(source: SourceText(utf8: text), encoding: encoding, hasByteOrderMark: false)
}

/// Decodes UTF-8 in which every invalid byte is Windows-1252; one that it leaves undefined becomes a C1 control.
private func decodeWindows1252(_ bytes: [UInt8]) -> DecodedText {
  let characters = CodePage.windows1252.characters
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + bytes.count / 8)
  var rest = bytes[...]
  while let offset = firstInvalidUTF8Offset(in: rest) {
    result += rest[..<offset]
    appendUTF8(characters[Int(bytes[offset] & 0x7F)] ?? UInt32(bytes[offset]), to: &result)
    rest = rest[(offset + 1)...]
  }
  result += rest
  return DecodedText(source: SourceText(utf8: result), encoding: .windows1252, hasByteOrderMark: false)
}

/// The UTF-16 encoding of bytes, nil if they are not UTF-16.
///
/// Without a byte order mark, at least nine tenths of every second byte of the first kilobyte must be NUL, and none of the others.
private func utf16Encoding(of bytes: [UInt8]) -> TextEncoding? {
  if bytes.starts(with: ByteOrderMark.utf16LittleEndian) { return .utf16LittleEndian }
  if bytes.starts(with: ByteOrderMark.utf16BigEndian) { return .utf16BigEndian }
  let sample = bytes.prefix(1024)
  guard sample.count >= 4, sample.count % 2 == 0 else { return nil }
  var nulls = [0, 0]
  for index in sample.indices where sample[index] == 0 { nulls[index & 1] += 1 }
  let enough = sample.count / 2 * 9 / 10
  if nulls[0] == 0, nulls[1] > 0, nulls[1] >= enough { return .utf16LittleEndian }
  if nulls[1] == 0, nulls[0] > 0, nulls[0] >= enough { return .utf16BigEndian }
  return nil
}

private func decodeUTF16(_ bytes: [UInt8], encoding: TextEncoding) throws(DecodingError) -> DecodedText {
  let low = encoding == .utf16LittleEndian ? 0 : 1
  func unit(_ offset: Int) -> UInt32? {
    offset + 1 < bytes.count ? UInt32(bytes[offset + low]) | UInt32(bytes[offset + 1 - low]) << 8 : nil
  }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  let hasMark = unit(0) == 0xFEFF
  var offset = hasMark ? 2 : 0
  while offset < bytes.count {
    guard let first = unit(offset), !(0xDC00..<0xE000).contains(first) else { throw .invalidUTF16(offset: offset) }
    guard first != 0 else { throw .binary(offset: offset) }
    if (0xD800..<0xDC00).contains(first) {
      guard let second = unit(offset + 2), (0xDC00..<0xE000).contains(second) else {
        throw .invalidUTF16(offset: offset)
      }
      appendUTF8(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), to: &result)
      offset += 4
    } else {
      appendUTF8(first, to: &result)
      offset += 2
    }
  }
  return DecodedText(source: SourceText(utf8: result), encoding: encoding, hasByteOrderMark: hasMark)
}

/// The reason why a file is not text.
public enum DecodingError: Error, Hashable {
  /// The bytes are not UTF-8; the offset is that of the first invalid byte.
  case invalidUTF8(offset: Int)
  /// The bytes are not in the encoding that was named; the offset is that of the first invalid one.
  case undecodable(offset: Int, TextEncoding)
  /// A NUL byte at this offset, as in a binary file.
  case binary(offset: Int)
  /// UTF-16 with half a surrogate pair or half a code unit at this offset.
  case invalidUTF16(offset: Int)

  /// The offset of the first invalid byte.
  public var offset: Int {
    switch self {
    case .invalidUTF8(let offset), .undecodable(let offset, _), .binary(let offset), .invalidUTF16(let offset): offset
    }
  }
}

extension DecodingError: CustomStringConvertible {
  /// The fault, its offset and the remedy, without a full stop.
  public var description: String {
    switch self {
    case .invalidUTF8(let offset):
      "not UTF-8: invalid byte at offset \(offset); save the file as UTF-8"
    case .undecodable(let offset, let encoding):
      "neither UTF-8 nor \(encoding.name): invalid byte at offset \(offset)"
    case .binary(let offset):
      "not text: NUL byte at offset \(offset), as in a binary file"
    case .invalidUTF16(let offset):
      "invalid UTF-16: half a character at offset \(offset); save the file as UTF-8"
    }
  }
}
