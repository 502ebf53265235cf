import Source
import TextEncodings
import TextRepair

extension InputFile {
  /// The file's text: UTF-8, UTF-16, or in an encoding that the user names for bytes that are neither.
  func decoded(fallback: TextEncoding? = nil) throws(Failure) -> DecodedText {
    try Self.decode(bytes, as: name, isFile: path != nil, fallback: fallback)
  }

  /// The text of bytes; the name is what errors call the file, which may be standard input.
  static func decode(
    _ bytes: [UInt8], as name: String, isFile: Bool = true, fallback: TextEncoding? = nil
  ) throws(Failure) -> DecodedText {
    do {
      return try decodeText(bytes)
    } catch {
      guard case .invalidUTF8(let offset) = error else { throw Failure("\(name): \(error)") }
      guard let fallback else {
        let target = isFile ? "--in-place \(name.quotedForShell)" : "-"
        throw Failure("\(name): \(problem(at: offset, of: bytes) { "awesome repair --from \($0) \(target)" })")
      }
      return try decode(bytes, as: name, in: fallback)
    }
  }

  private static func decode(
    _ bytes: [UInt8], as name: String, in encoding: TextEncoding
  ) throws(Failure) -> DecodedText {
    do {
      return try decodeText(bytes, as: encoding)
    } catch {
      guard case .undecodable(let offset, _) = error else { throw Failure("\(name): \(error)") }
      // The bytes before the first error have none.
      let before = (try? decodeText(Array(bytes[..<offset]), as: encoding))?.source
      throw Failure(
        "\(name): \(before.map(place(atEndOf:)) ?? "the text") is neither UTF-8 nor \(encoding.name); name another encoding with --from"
      )
    }
  }

  /// The fault at the first byte that is not UTF-8, and its remedy: a command for the name of an encoding.
  private static func problem(at offset: Int, of bytes: [UInt8], remedy: (String) -> String) -> String {
    let before = SourceText(utf8: Array(bytes[..<offset]))
    let fault = "\(place(atEndOf: before)) is not UTF-8"
    let characters = CodePage.windows1252.characters
    let isWestern = (try? decodeText(bytes, as: .windows1252))?.source.bytes.hasC1Controls == false
    guard isWestern, let value = characters[Int(bytes[offset] & 0x7F)], let character = Unicode.Scalar(value) else {
      return "\(fault); if you know its encoding: \(remedy("ENCODING"))"
    }
    return "\(fault); as Windows-1252 it would be “\(character)”: \(remedy(TextEncoding.windows1252.label))"
  }

  private static func place(atEndOf text: SourceText) -> String {
    let place = text.location(of: text.bytes.count)
    return "line \(place.line), column \(place.column)"
  }
}

extension [UInt8] {
  /// Whether UTF-8 has a control from U+0080 to U+009F, which no text means.
  fileprivate var hasC1Controls: Bool {
    zip(self, dropFirst()).contains { $0 == 0xC2 && (0x80...0x9F).contains($1) }
  }
}

extension String {
  /// The text as one word of a shell.
  fileprivate var quotedForShell: String {
    let isPlain = utf8.allSatisfy { $0 >= 0x80 || $0.isASCIIAlphanumeric || "./_-+,:@%".utf8.contains($0) }
    return isPlain && !isEmpty ? self : "'\(replacing("'", with: "'\\''"))'"
  }
}
