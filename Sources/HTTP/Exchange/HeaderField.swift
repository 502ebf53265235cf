internal import Source

/// One field of an HTTP header.
public struct HeaderField: Hashable, Sendable {
  /// As the sender wrote it; names are compared without regard to case.
  public let name: String
  /// Without the white space around it.
  public let value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// Reads a line `name: value`; `nil` for any other line. Bytes that are not UTF-8 are read as ISO 8859-1.
  init?(line: some BidirectionalCollection<UInt8>) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
    name = Self.text(line[..<colon])
    value = Self.text(line[line.index(after: colon)...])
  }

  /// Whether the field has this ASCII name, in any case.
  func isNamed(_ other: String) -> Bool {
    name.utf8.count == other.utf8.count
      && zip(name.utf8, other.utf8).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
  }

  private static func text(_ bytes: some BidirectionalCollection<UInt8>) -> String {
    let trimmed = bytes.trimming(while: \.isASCIIWhitespace)
    if let text = String(validating: trimmed, as: UTF8.self) { return text }
    var text = ""
    for byte in trimmed { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    return text
  }
}

extension [HeaderField] {
  /// The value of the first field with this name, in any case.
  public func first(_ name: String) -> String? {
    first { $0.isNamed(name) }?.value
  }
}
