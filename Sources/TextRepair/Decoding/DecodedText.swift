public import Source

/// A file's text, and what was found while decoding it.
public struct DecodedText: Sendable {
  /// The text. For UTF-8 these are the file's own bytes, a byte order mark included; otherwise they are new, and have none.
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

  /// Whether offsets into `source` are not those of the file, so that findings can be shown but not applied as edits.
  public var isTranscoded: Bool { encoding != .utf8 }
}
