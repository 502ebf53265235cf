#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// An IPv4 or IPv6 address.
///
/// An IPv4 address mapped into IPv6 (`::ffff:a.b.c.d`, RFC 4291 section 2.5.5.2) is the IPv4 address.
public struct IPAddress: Hashable, Sendable {
  /// 4 bytes or 16, the most significant first.
  public let bytes: [UInt8]

  /// An address from its 4 or 16 bytes; `nil` for any other number.
  public init?(bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    let isMapped = bytes.count == 16 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
    self.bytes = isMapped ? Array(bytes[12...]) : bytes
  }

  /// Reads the usual spelling: four decimal numbers, or IPv6 without brackets and zone.
  public init?(_ text: String) {
    guard text.utf8.count < 64, !text.utf8.contains(0) else { return nil }
    let family = text.utf8.contains(UInt8(ascii: ":")) ? AF_INET6 : AF_INET
    var bytes = [UInt8](repeating: 0, count: family == AF_INET6 ? 16 : 4)
    let result = unsafe bytes.withUnsafeMutableBytes { unsafe inet_pton(family, text, $0.baseAddress) }
    guard result == 1 else { return nil }
    self.init(bytes: bytes)
  }

  /// The address in a `sockaddr`; `nil` for a family other than IPv4 and IPv6.
  init?(family: Int32, socketAddress: UnsafeRawBufferPointer) {
    let range: Range<Int>
    switch family {
    case AF_INET: range = 4..<8
    case AF_INET6: range = 8..<24
    default: return nil
    }
    guard socketAddress.count >= range.upperBound else { return nil }
    unsafe self.init(bytes: socketAddress[range])
  }

  public var isIPv6: Bool { bytes.count == 16 }

  /// The IPv4 address to which an IPv6 address carries traffic.
  ///
  /// Source: 6to4 (RFC 3056), NAT64 (RFC 6052), IPv4-compatible (RFC 4291), IPv4-translated (RFC 2765), ISATAP (RFC 5214).
  var embedded: IPAddress? {
    guard isIPv6 else { return nil }
    if bytes[0] == 0x20, bytes[1] == 0x02 { return IPAddress(bytes: bytes[2..<6]) }
    if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) { return IPAddress(bytes: bytes[12...]) }
    let isTranslated = bytes[..<8].allSatisfy { $0 == 0 } && bytes[8..<12].elementsEqual([0xFF, 0xFF, 0, 0])
    let isTunnelled = bytes[8] & 0xFD == 0 && bytes[9..<12].elementsEqual([0, 0x5E, 0xFE])
    if isTranslated || isTunnelled || bytes[..<12].allSatisfy({ $0 == 0 }) { return IPAddress(bytes: bytes[12...]) }
    return nil
  }
}

extension IPAddress: CustomStringConvertible {
  /// The usual spelling (RFC 5952), without brackets.
  public var description: String {
    var text = [CChar](repeating: 0, count: 64)
    let written = unsafe bytes.withUnsafeBytes { source in
      unsafe text.withUnsafeMutableBufferPointer { target in
        unsafe inet_ntop(isIPv6 ? AF_INET6 : AF_INET, source.baseAddress, target.baseAddress, socklen_t(target.count))
          != nil
      }
    }
    guard written else { return "" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
