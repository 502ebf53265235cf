/// URLs that are asked in the place of others: those that begin with one text, with another in its place.
public struct PrefixMap: Hashable, Sendable {
  public let prefix: String
  public let replacement: String

  /// Reads `PREFIX=PREFIX`, cut at the first `=` after which a URL begins; `nil` where a side is empty.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let cut = bytes.indices.first { index in
      bytes[index] == UInt8(ascii: "=")
        && (bytes[(index + 1)...].starts(with: "http://".utf8) || bytes[(index + 1)...].starts(with: "https://".utf8))
    }
    guard let cut, cut > 0 else { return nil }
    prefix = String(decoding: bytes[..<cut], as: UTF8.self)
    replacement = String(decoding: bytes[(cut + 1)...], as: UTF8.self)
  }

  public init(prefix: String, replacement: String) {
    self.prefix = prefix
    self.replacement = replacement
  }

  /// The URL that is asked; `nil` where this map says nothing about it.
  func apply(to url: String) -> String? {
    url.utf8.starts(with: prefix.utf8)
      ? replacement + String(decoding: url.utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : nil
  }
}
