internal import Source

/// Numbers in place of URLs and hosts, since a night has a million; two that are equal by chance can only delay a finding.
enum URLKey {
  static func url(_ bytes: some Sequence<UInt8>) -> UInt64 { FNV1a.hash(bytes) }

  /// The key of the host without its port, in lower case.
  static func host(_ bytes: ArraySlice<UInt8>) -> UInt64 { FNV1a.hash(hostBytes(bytes).lazy.map(\.asciiLowercased)) }

  static func url(_ text: String) -> UInt64 { url(text.utf8) }

  static func host(_ text: String) -> UInt64 { host(Array(text.utf8)[...]) }

  private static func hostBytes(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return [] }
    var start = colon + 1
    while start < bytes.endIndex, bytes[start] == UInt8(ascii: "/") { start += 1 }
    var index = start
    var port: Int?
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return bytes[start..<(port ?? index)]
      case UInt8(ascii: "@"): (start, port) = (index + 1, nil)
      case UInt8(ascii: ":"): port = index
      case UInt8(ascii: "]"): port = nil
      default: break
      }
      index += 1
    }
    return bytes[start..<(port ?? index)]
  }
}

/// The host of a URL in lower case, without a port.
public func host(of url: String) -> String { URLKey.hostText(url) }

extension URLKey {
  fileprivate static func hostText(_ url: String) -> String {
    String(decoding: hostBytes(Array(url.utf8)[...]).map(\.asciiLowercased), as: UTF8.self)
  }
}
