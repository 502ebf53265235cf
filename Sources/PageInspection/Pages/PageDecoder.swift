internal import TextEncodings

/// Decodes the bytes of a page, chunk by chunk, to UTF-8; undecodable bytes become U+FFFD.
struct PageDecoder {
  private var decoder: TextDecoder

  init(_ encoding: TextEncoding) {
    decoder = TextDecoder(encoding)
  }

  /// The next bytes as UTF-8, with NUL as a space, because the parser ends at a NUL.
  mutating func decode(_ bytes: [UInt8], isLast: Bool = false) -> [UInt8] {
    decoder.decode(bytes, isLast: isLast).map { $0 == 0 ? 0x20 : $0 }
  }
}
