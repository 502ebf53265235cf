internal import Source

/// A range of addresses in CIDR notation, as in `127.0.0.0/8` (RFC 4632).
public struct AddressRange: Hashable, Sendable {
  /// An address of the range.
  public let base: IPAddress
  /// The number of leading bits that every address of the range shares with `base`.
  public let prefixLength: Int

  /// Reads CIDR notation or one address; `nil` for any other text.
  public init?(_ text: String) {
    let parts = text.parts(at: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let base = IPAddress(String(first)) else { return nil }
    let bits = base.bytes.count * 8
    guard parts.count == 2 else {
      self.init(base: base, prefixLength: bits)
      return
    }
    guard parts[1].utf8.allSatisfy(\.isASCIIDigit), let length = Int(parts[1]) else { return nil }
    let mapped = !base.isIPv6 && first.utf8.contains(UInt8(ascii: ":")) ? 96 : 0
    guard length >= mapped, length - mapped <= bits else { return nil }
    self.init(base: base, prefixLength: length - mapped)
  }

  private init(base: IPAddress, prefixLength: Int) {
    self.base = base
    self.prefixLength = prefixLength
  }

  /// Whether the address is in the range; an address of the other family never is.
  public func contains(_ address: IPAddress) -> Bool {
    guard address.bytes.count == base.bytes.count else { return false }
    var remaining = prefixLength
    for (left, right) in zip(address.bytes, base.bytes) {
      guard remaining > 0 else { return true }
      let mask: UInt8 = remaining >= 8 ? 0xFF : ~(0xFF >> UInt8(remaining))
      if (left ^ right) & mask != 0 { return false }
      remaining -= 8
    }
    return true
  }
}
