#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Decodes the bytes of a page, chunk by chunk, to UTF-8; undecodable bytes become U+FFFD.
@safe
final class PageDecoder {
  private let encoding: PageEncoding
  /// `nil` for UTF-8, and for an encoding that the system cannot convert.
  private let converter: iconv_t?
  /// The beginning of a character whose rest has not arrived yet.
  private var rest: [UInt8] = []

  init(_ encoding: PageEncoding) {
    self.encoding = encoding
    guard case .other(let name) = encoding else {
      unsafe converter = nil
      return
    }
    let opened = unsafe iconv_open("UTF-8", name)
    // The error is (iconv_t)-1.
    unsafe converter = Int(bitPattern: opened) == -1 ? nil : opened
  }

  deinit {
    if let converter = unsafe converter { unsafe iconv_close(converter) }
  }

  /// The next bytes as UTF-8, with NUL as a space.
  func decode(_ bytes: [UInt8], isLast: Bool = false) -> [UInt8] {
    var input = rest + bytes
    rest = []
    let text: [UInt8]
    if let converter = unsafe converter {
      text = unsafe convert(&input, by: converter)
    } else {
      text = decodeUTF8(input, isLast: isLast)
    }
    return text.map { $0 == 0 ? 0x20 : $0 }
  }

  private func decodeUTF8(_ input: [UInt8], isLast: Bool) -> [UInt8] {
    var end = input.count
    // A character has at most four bytes, of which the last three may not have arrived.
    for back in 1...4 where !isLast && back <= input.count {
      let byte = input[input.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      if length > back { end = input.count - back }
      break
    }
    rest = Array(input[end...])
    let chunk = input[..<end]
    return String(validating: chunk, as: UTF8.self) != nil
      ? Array(chunk) : Array(String(decoding: chunk, as: UTF8.self).utf8)
  }

  private func convert(_ input: inout [UInt8], by converter: iconv_t) -> [UInt8] {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 8192)
    var start = 0
    while start < input.count {
      var consumed = 0
      var produced = 0
      let failure = unsafe step(converter, &input, from: start, &buffer, &consumed, &produced)
      output += buffer[..<produced]
      start += consumed
      guard let failure else { break }
      if failure == EINVAL {
        rest = Array(input[start...].prefix(16))
        break
      }
      guard failure == EILSEQ else { continue }
      output += [0xEF, 0xBF, 0xBD]
      start += 1
    }
    return output
  }

  /// Converts as much as fits.
  ///
  /// - Returns: the system's error number; `nil` where all is converted.
  @unsafe private func step(
    _ converter: iconv_t, _ input: inout [UInt8], from start: Int, _ buffer: inout [UInt8], _ consumed: inout Int,
    _ produced: inout Int
  ) -> Int32? {
    var failure: Int32?
    let (inputCount, outputCount) = (input.count - start, buffer.count)
    unsafe input.withUnsafeMutableBytes { source in
      unsafe buffer.withUnsafeMutableBytes { target in
        var from = unsafe source.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
        var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (fromCount, toCount) = (inputCount, outputCount)
        let result = unsafe iconv(converter, &from, &fromCount, &to, &toCount)
        if result == -1 { failure = errno }
        consumed = inputCount - fromCount
        produced = outputCount - toCount
      }
    }
    return failure
  }
}
