extension [UInt8] {
  /// The offset of the first of two bytes in a range, nil if there is none; 32 bytes at a time.
  public func firstIndex(ofEither first: UInt8, or second: UInt8, in range: Range<Int>) -> Int? {
    unsafe withUnsafeBytes { bytes in
      var index = range.lowerBound
      let end = Swift.min(range.upperBound, bytes.count)
      if end - index >= 32 {
        let (left, right) = (SIMD16<UInt8>(repeating: first), SIMD16<UInt8>(repeating: second))
        repeat {
          let low = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
          let high = unsafe bytes.loadUnaligned(fromByteOffset: index &+ 16, as: SIMD16<UInt8>.self)
          if any((low .== left) .| (low .== right) .| (high .== left) .| (high .== right)) { break }
          index &+= 32
        } while end &- index >= 32
      }
      let (left, right) = (UInt64(repeating: first), UInt64(repeating: second))
      while end &- index >= 8 {
        let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let found = (word ^ left).zeroBytes | (word ^ right).zeroBytes
        if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
        index &+= 8
      }
      while index < end {
        if unsafe bytes[index] == first || bytes[index] == second { return index }
        index &+= 1
      }
      return nil
    }
  }
}

extension [UInt8] {
  /// The offset of the first byte in a range that is not a printable character of ASCII, nil if there is none; 16 bytes at a time.
  public func firstUnprintable(in range: Range<Int>) -> Int? {
    unsafe withUnsafeBytes { bytes in
      var index = range.lowerBound
      let end = Swift.min(range.upperBound, bytes.count)
      let (space, count) = (SIMD16<UInt8>(repeating: 0x20), SIMD16<UInt8>(repeating: 0x7F - 0x20))
      while end - index >= 16 {
        let chunk = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        if any((chunk &- space) .>= count) { break }
        index &+= 16
      }
      while index < end {
        if unsafe bytes[index] &- 0x20 >= 0x7F - 0x20 { return index }
        index &+= 1
      }
      return nil
    }
  }
}

extension SourceText {
  /// The offset of a byte in a range of the file; nil if there is none.
  public func firstIndex(of byte: UInt8, in range: SourceRange) -> Int? {
    bytes.firstIndex(ofEither: byte, or: byte, in: range.lowerBound..<range.upperBound)
  }
}

extension UInt64 {
  /// Eight copies of a byte.
  @inlinable
  public init(repeating byte: UInt8) {
    self = UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// The highest bit of each zero byte; exact only up to the lowest such byte.
  @inlinable
  public var zeroBytes: UInt64 {
    (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080
  }
}
