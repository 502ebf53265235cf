/// One field of an HTTP header.
public struct HeaderField: Hashable, Sendable {
  /// As it was written; compared without regard to case.
  public let name: String
  /// Without the white space around it.
  public let value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// Reads a line `name: value`; `nil` where it is no such line. Bytes that are not UTF-8 are read as ISO 8859-1.
  init?(line: some BidirectionalCollection<UInt8>) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
    name = Self.text(line[..<colon])
    value = Self.text(line[line.index(after: colon)...])
  }

  /// Whether it has this name, which is in ASCII, in any case.
  func isNamed(_ other: String) -> Bool {
    name.utf8.count == other.utf8.count
      && zip(name.utf8, other.utf8).allSatisfy { $0 == $1 || Self.lowercase($0) == Self.lowercase($1) }
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func text(_ bytes: some BidirectionalCollection<UInt8>) -> String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
    var trimmed = bytes[start...]
    trimmed = trimmed.lastIndex { !isBlank($0) }.map { trimmed[...$0] } ?? trimmed
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
