internal import CPSL

/// The Public Suffix List (publicsuffix.org), as the system's libpsl has it.
public enum PublicSuffixes {
  /// The part of a host name that somebody registered, as `example.co.uk` in `www.example.co.uk`.
  ///
  /// A name that is a public suffix itself, an unknown one, and an IP address are their own domain.
  ///
  /// - Parameter host: ASCII, in lower case.
  public static func registrableDomain(of host: String) -> String {
    guard host.utf8.contains(UInt8(ascii: ".")), !host.utf8.contains(0), !isAddress(host) else { return host }
    return unsafe host.withCString { name in
      // The result points into `name`.
      guard let list = unsafe list.context, let domain = unsafe psl_registrable_domain(list, name) else { return host }
      return unsafe String(cString: domain)
    }
  }

  /// Whether a host is an IP address: in brackets, or with digits alone for its last label, as no top-level domain is.
  private static func isAddress(_ host: String) -> Bool {
    host.utf8.last == UInt8(ascii: "]")
      || host.utf8.reversed().prefix { $0 != UInt8(ascii: ".") }.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static let list = PublicSuffixList()
}

/// The list that libpsl loads once; it is never freed, as it serves to the end.
///
/// `@unchecked Sendable`: libpsl only reads a context after it was made.
@safe
private struct PublicSuffixList: @unchecked Sendable {
  let context: OpaquePointer?

  init() {
    unsafe context = unsafe psl_latest(nil)
  }
}
