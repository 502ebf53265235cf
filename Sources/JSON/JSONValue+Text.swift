extension JSONValue {
  /// The document as text with two spaces of indentation and a final line feed.
  ///
  /// `/` is written as it is. Besides what RFC 8259 demands, every character that a terminal or an editor obeys instead of showing (the
  /// C1 controls, DEL, line separators, bidirectional controls, a byte order mark) is written as `\uXXXX`: the value stays the same and
  /// the text is inert.
  public var text: String {
    var writer = JSONWriter()
    writer.write(self, depth: 0)
    return writer.finished()
  }

  /// The same on one line.
  public var line: String {
    var writer = JSONWriter(isOnOneLine: true)
    writer.write(self, depth: 0)
    return writer.finished()
  }
}
