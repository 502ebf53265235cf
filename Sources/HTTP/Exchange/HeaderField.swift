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
    let rest = line[line.index(after: colon)...]
    // Browsers keep the bytes of an address, whatever their encoding.
    let isAddress = name.utf8.count == 8 && name.lowercased() == "location"
    value = Self.text(rest) { isAddress ? PercentEncoding.triplet($0) : String(Unicode.Scalar($0)) }
  }

  /// The field with a further line of its value.
  func continued(by line: some BidirectionalCollection<UInt8>) -> HeaderField {
    let rest = HeaderField(line: Array("\(name):".utf8) + line)?.value ?? ""
    return HeaderField(name: name, value: value.isEmpty || rest.isEmpty ? value + rest : "\(value) \(rest)")
  }

  /// Whether the field has this ASCII name, in any case.
  func isNamed(_ other: String) -> Bool {
    name.utf8.count == other.utf8.count
      && zip(name.utf8, other.utf8).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
  }

  /// - Parameter byte: the text for a byte beyond ASCII of a text that is not UTF-8.
  private static func text(
    _ bytes: some BidirectionalCollection<UInt8>, byte: (UInt8) -> String = { String(Unicode.Scalar($0)) }
  ) -> String {
    let trimmed = bytes.trimming(while: \.isASCIIWhitespace)
    if let text = String(validating: trimmed, as: UTF8.self) { return text }
    return trimmed.reduce(into: "") { $0 += $1 < 0x80 ? String(Unicode.Scalar($1)) : byte($1) }
  }
}

extension [HeaderField] {
  /// The value of the first field with this name, in any case.
  public func first(_ name: String) -> String? {
    first { $0.isNamed(name) }?.value
  }
}
