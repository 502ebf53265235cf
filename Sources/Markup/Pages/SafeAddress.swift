internal import Source

/// Addresses that are safe to link to from a page, feed or outline.
public enum SafeAddress {
  /// The address if its scheme is http, https or mailto; nil for others and for relative addresses.
  ///
  /// Characters that are not allowed in addresses, such as spaces, are percent-encoded, as in browsers. Source: RFC 3987.
  public static func of(_ url: String) -> String? {
    let lower = url.lowercased()
    guard ["https://", "http://", "mailto:"].contains(where: { lower.begins(with: $0) }) else { return nil }
    if url.unicodeScalars.allSatisfy(isAllowed) { return url }
    return url.unicodeScalars.map { isAllowed($0) ? String($0) : encoded($0) }.joined()
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && !(0x7F...0xA0).contains(scalar.value) && !"\"<>\\^`{|}".unicodeScalars.contains(scalar)
  }

  private static func encoded(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }
}
