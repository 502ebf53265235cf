/// Which addresses may be connected to: the public Internet, and the ranges that the user opens.
public struct AddressPolicy: Hashable, Sendable {
  /// Ranges that are permitted although the default refuses them.
  public var allowed: [AddressRange]

  public init(allowed: [AddressRange] = []) {
    self.allowed = allowed
  }

  /// Whether a connection to this address may be made.
  public func permits(_ address: IPAddress) -> Bool {
    if allowed.contains(where: { $0.contains(address) }) { return true }
    if Self.refused.contains(where: { $0.contains(address) }) { return false }
    guard let embedded = address.embedded else { return true }
    return permits(embedded)
  }

  /// The addresses outside the public Internet.
  ///
  /// Source: the IANA registries of special-purpose addresses; multicast; `168.63.129.16`, where a cloud provider serves the metadata
  /// of its machines.
  static let refused: [AddressRange] = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
    "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16",
    "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
  ].compactMap(AddressRange.init)
}
