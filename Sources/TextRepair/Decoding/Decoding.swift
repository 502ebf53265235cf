import Source

/// Reads a file's bytes as text: UTF-8, or UTF-16 where a byte order mark or the pattern of NUL bytes shows it.
///
/// Offsets in errors are those of the file. A byte order mark stays in the text of a UTF-8 file, so that offsets hold.
public func decodeText(_ bytes: [UInt8]) throws(DecodingError) -> DecodedText {
  if let encoding = utf16Encoding(of: bytes) {
    return try decodeUTF16(bytes, encoding: encoding)
  }
  if let offset = firstInvalidUTF8Offset(in: bytes) {
    // A file with NUL is not a text in another encoding but no text at all, which is the more useful thing to say.
    if let null = bytes[..<min(bytes.count, offset + 1024)].firstIndex(of: 0) { throw .binary(offset: null) }
    throw .invalidUTF8(offset: offset)
  }
  if let offset = bytes.firstIndex(of: 0) { throw .binary(offset: offset) }
  return DecodedText(
    source: SourceText(utf8: bytes), encoding: .utf8, hasByteOrderMark: bytes.starts(with: [0xEF, 0xBB, 0xBF]))
}

/// Reads bytes as UTF-8 in which whatever is not UTF-8 is Windows-1252; nil when a byte is neither.
public func decodeWindows1252(_ bytes: [UInt8]) -> DecodedText? {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + bytes.count / 8)
  var rest = bytes[...]
  while let offset = firstInvalidUTF8Offset(in: rest) {
    let scalar = LegacyTables.windows1252[Int(bytes[offset] & 0x7F)]
    guard bytes[offset] >= 0x80, bytes[offset] >= 0xA0 || scalar > 0xFF else { return nil }
    result += rest[..<offset]
    appendUTF8(UInt32(scalar), to: &result)
    rest = rest[(offset + 1)...]
  }
  guard !bytes.contains(0) else { return nil }
  result += rest
  return DecodedText(source: SourceText(utf8: result), encoding: .windows1252, hasByteOrderMark: false)
}

/// The UTF-16 encoding that bytes are in, by their byte order mark or because at least nine tenths of every second byte of the
/// first kilobyte are NUL and none of the others.
private func utf16Encoding(of bytes: [UInt8]) -> TextEncoding? {
  if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
  if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
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
