/// Decodes text to UTF-8, piece by piece; each error becomes U+FFFD, as in browsers.
public struct TextDecoder: Sendable {
  private let decoder: CharacterDecoder
  /// The bytes of a character whose rest has not arrived yet.
  private var rest: [UInt8] = []
  /// The number of bytes before those.
  private var offset = 0
  private var state = CharacterDecoder.State()

  /// The offset of the first byte that has no meaning in the encoding; nil for none.
  public private(set) var firstInvalid: Int?

  public init(_ encoding: TextEncoding) {
    decoder = CharacterDecoder(encoding)
  }

  /// The text of the next bytes; with the last ones, a character without its end is an error.
  public mutating func decode(_ bytes: [UInt8], isLast: Bool = false) -> [UInt8] {
    let input = rest + bytes
    if decoder.isUTF8 { return decodeUTF8(input, isLast: isLast) }
    var output: [UInt8] = []
    output.reserveCapacity(input.count + input.count / 2)
    var index = 0
    state.isLast = isLast
    while index < input.count {
      if input[index] < 0x80, state.isASCII, decoder.keepsASCII {
        output.append(input[index])
        index += 1
        continue
      }
      switch decoder.next(in: input[index...], &state) {
      case .character(let value, let length):
        Self.append(value, to: &output)
        index += length
      case .pair(let first, let second, let length):
        Self.append(first, to: &output)
        Self.append(second, to: &output)
        index += length
      case .nothing(let length): index += length
      case .incomplete where !isLast:
        offset += index
        rest = Array(input[index...])
        return output
      case .incomplete:
        noteError(at: index, &output)
        index = input.count
      case .error(let length):
        noteError(at: index, &output)
        index += length
      }
    }
    offset += input.count
    rest = []
    return output
  }

  /// UTF-8 needs no table: only what is not valid is changed, all at once.
  private mutating func decodeUTF8(_ input: [UInt8], isLast: Bool) -> [UInt8] {
    let text = input[..<(isLast ? input.count : CharacterDecoder.endOfWholeUTF8(input))]
    defer {
      offset += text.count
      rest = Array(input[text.endIndex...])
    }
    guard String(validating: text, as: UTF8.self) == nil else { return Array(text) }
    firstInvalid = firstInvalid ?? offset + CharacterDecoder.firstInvalidUTF8(text)
    return Array(String(decoding: text, as: UTF8.self).utf8)
  }

  private mutating func noteError(at index: Int, _ output: inout [UInt8]) {
    firstInvalid = firstInvalid ?? offset + index
    Self.append(0xFFFD, to: &output)
  }

  private static func append(_ value: UInt32, to output: inout [UInt8]) {
    output.append(contentsOf: Unicode.Scalar(value).flatMap(UTF8.encode) ?? UTF8.encodedReplacementCharacter)
  }
}
