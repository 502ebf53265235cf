import TextRepair

extension InputFile {
  /// The file's text; where it is in an older encoding, the failure says how to convert it.
  func decoded() throws(Failure) -> DecodedText {
    try Self.decode(bytes, as: name)
  }

  /// The text of bytes; the name is what errors call the file.
  static func decode(_ bytes: [UInt8], as name: String) throws(Failure) -> DecodedText {
    do {
      return try decodeText(bytes)
    } catch {
      guard case .invalidUTF8 = error, decodeWindows1252(bytes) != nil else { throw Failure("\(name): \(error)") }
      throw Failure(
        "\(name): \(error); every such byte is one of Windows-1252: if it is that, run awesome repair --from windows-1252"
      )
    }
  }
}
