public import Source
public import TextEncodings

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
