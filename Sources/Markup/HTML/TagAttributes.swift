import Source

/// Finds the attributes of all tags in a file of HTML or XML of any size.
public enum TagAttributes {
  /// An attribute's value, and whether it is an address.
  public struct Value: Sendable {
    /// The bytes without quotes.
    public let range: Range<Int>
    public let isAddress: Bool
  }

  private static let addresses: Set<String> = [
    "action", "background", "cite", "codebase", "data", "formaction", "longdesc", "manifest", "ping", "poster",
    "srcset",
  ]

  /// The values that are not empty, in order.
  public static func values(in bytes: [UInt8]) -> [Value] {
    var values: [Value] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      guard index < bytes.count, bytes[index].isASCIIAlphanumeric else { continue }
      index = bytes[index...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ">") } ?? bytes.endIndex
      let scanner = TagScanner(bytes: bytes, start: index)
      index = scanner.end
      for attribute in scanner.attributes {
        guard let range = attribute.value, !range.isEmpty else { continue }
        values.append(Value(range: range, isAddress: isAddress(bytes[attribute.name])))
      }
    }
    return values
  }

  /// Whether an attribute leads somewhere: `href` and `src` do, and `xmlUrl` of OPML or `data-src` as well.
  private static func isAddress(_ name: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: name.map(\.asciiLowercased), as: UTF8.self)
    return addresses.contains(name) || ["href", "src", "url"].contains { name.hasSuffix($0) }
  }
}
