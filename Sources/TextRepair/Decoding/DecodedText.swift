public import Source

/// A file's text, and how it was decoded.
public struct DecodedText: Sendable {
  /// The text: for UTF-8 the file's own bytes with any byte order mark; for other encodings new bytes without one.
  public let source: SourceText
  /// How the file's bytes were read.
  public let encoding: TextEncoding
  /// Whether the file starts with a byte order mark.
  public let hasByteOrderMark: Bool

  init(source: SourceText, encoding: TextEncoding, hasByteOrderMark: Bool) {
    self.source = source
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
  }

  /// Whether offsets in `source` differ from those in the file. Findings can then be shown, but not applied as edits.
  public var isTranscoded: Bool { encoding != .utf8 }
}

/// The encoding of a file.
public enum TextEncoding: Sendable, Hashable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  /// Only from `decodeWindows1252`.
  case windows1252

  /// The encoding's usual name.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .windows1252: "Windows-1252"
    }
  }
}
