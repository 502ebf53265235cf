internal import CPSL

/// The Public Suffix List (publicsuffix.org), as the system's libpsl has it.
enum PublicSuffixes {
  /// The part of a host name that somebody registered, as `example.co.uk` in `www.example.co.uk`.
  ///
  /// A name that is a public suffix itself, an unknown one, and an IP address are their own domain.
  ///
  /// - Parameter host: ASCII, in lower case.
  static func registrableDomain(of host: String) -> String {
    guard host.utf8.contains(UInt8(ascii: ".")), !host.utf8.contains(0) else { return host }
    return unsafe host.withCString { name in
      // The result points into `name`.
      guard let list = unsafe list.context, let domain = unsafe psl_registrable_domain(list, name) else { return host }
      return unsafe String(cString: domain)
    }
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
