/// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7); nil if there is none.
func firstInvalidUTF8Offset(in bytes: ArraySlice<UInt8>) -> Int? {
  let start = bytes.startIndex
  return unsafe bytes.withUnsafeBufferPointer { buffer in
    var offset = 0
    while true {
      offset = unsafe firstNonASCII(in: buffer, from: offset)
      guard offset < buffer.count else { return nil }
      let length = unsafe scalar(in: buffer, at: offset).length
      guard length > 0 else { return start + offset }
      offset += length
    }
  }
}

func firstInvalidUTF8Offset(in bytes: [UInt8]) -> Int? {
  firstInvalidUTF8Offset(in: bytes[...])
}

/// The index of the first byte from `start` on that is not ASCII, else the count.
@inline(__always)
func firstNonASCII(in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var offset = start
  let count = buffer.count
  guard let base = unsafe UnsafeRawPointer(buffer.baseAddress) else { return count }
  // Raw loads: scanning a clean file byte by byte takes several times as long as reading it. Most gaps in mixed text are
  // short, so single words come before whole cache lines.
  let near = min(count, offset &+ 32)
  while offset &+ 8 <= near {
    let word = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080
    if word != 0 { return offset &+ UInt64(littleEndian: word).trailingZeroBitCount / 8 }
    offset &+= 8
  }
  while offset &+ 64 <= count {
    var bits: UInt64 = 0
    for lane in 0..<8 { unsafe bits |= base.loadUnaligned(fromByteOffset: offset &+ lane &* 8, as: UInt64.self) }
    if bits & 0x8080_8080_8080_8080 != 0 { break }
    offset &+= 64
  }
  while offset &+ 8 <= count {
    let word = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080
    if word != 0 { return offset &+ UInt64(littleEndian: word).trailingZeroBitCount / 8 }
    offset &+= 8
  }
  while offset < count, unsafe buffer[offset] < 0x80 { offset &+= 1 }
  return offset
}

/// The scalar at an index and its length in bytes; the length is 0 if the bytes are not well-formed UTF-8.
@inline(__always)
func scalar(in buffer: UnsafeBufferPointer<UInt8>, at offset: Int) -> (value: UInt32, length: Int) {
  let first = unsafe UInt32(buffer[offset])
  if first < 0x80 { return (first, 1) }
  func continuation(_ distance: Int) -> UInt32 {
    guard offset &+ distance < buffer.count else { return 0x100 }
    let byte = unsafe UInt32(buffer[offset &+ distance])
    return byte & 0xC0 == 0x80 ? byte & 0x3F : 0x100
  }
  let second = continuation(1)
  guard first >= 0xC2, first <= 0xF4, second < 0x40 else { return (first, 0) }
  if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
  let third = continuation(2)
  guard third < 0x40 else { return (first, 0) }
  if first < 0xF0 {
    let value = (first & 0x0F) << 12 | second << 6 | third
    return value < 0x800 || value & 0xF800 == 0xD800 ? (first, 0) : (value, 3)
  }
  let fourth = continuation(3)
  guard fourth < 0x40 else { return (first, 0) }
  let value = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
  return value < 0x10000 || value > 0x10FFFF ? (first, 0) : (value, 4)
}

/// Appends a scalar value as UTF-8; the value must not be a surrogate or above U+10FFFF.
func appendUTF8(_ value: UInt32, to bytes: inout [UInt8]) {
  switch value {
  case 0..<0x80:
    bytes.append(UInt8(truncatingIfNeeded: value))
  case 0x80..<0x800:
    bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
  case 0x800..<0x10000:
    bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
  default:
    bytes.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
  }
}

/// Scalar values as a string; values that are not scalars are left out.
func string(of scalars: some Sequence<UInt32>) -> String {
  var bytes: [UInt8] = []
  for scalar in scalars where Unicode.Scalar(scalar) != nil { appendUTF8(scalar, to: &bytes) }
  return String(decoding: bytes, as: UTF8.self)
}
