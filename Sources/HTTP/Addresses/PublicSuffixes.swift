internal import CPSL
internal import Source

/// The Public Suffix List (publicsuffix.org) in the system's libpsl.
public enum PublicSuffixes {
  /// The registrable domain of a host: `example.co.uk` for `www.example.co.uk`.
  ///
  /// A public suffix, an unknown name and an IP address are returned as they are.
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

  /// Whether a domain such as `org` is in the list itself.
  ///
  /// - Parameter domain: ASCII, in lower case.
  public static func contains(_ domain: String) -> Bool {
    guard !domain.utf8.contains(0) else { return false }
    return unsafe domain.withCString { name in
      guard let list = unsafe list.context else { return false }
      return unsafe psl_is_public_suffix2(list, name, PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE) != 0
    }
  }

  /// The domain of the provider below which a host's owner has a name: `github.io` for `someone.github.io`; `nil` for other hosts.
  ///
  /// Providers are in the list's private section. Several suffixes of one provider, such as those of a cloud's regions, have one domain.
  ///
  /// - Parameter host: ASCII, in lower case.
  public static func provider(of host: String) -> String? {
    guard host.utf8.contains(UInt8(ascii: ".")), !host.utf8.contains(0), !isAddress(host),
      let list = unsafe list.context
    else { return nil }
    var labels = host.parts(at: ".")[...]
    var domain: String?
    // From the longest name to the shortest: the first that is a private suffix, then the domain that the provider registered.
    while labels.count > 1 {
      labels = labels.dropFirst()
      let name = labels.joined(separator: ".")
      if domain == nil {
        guard unsafe psl_is_public_suffix2(list, name, PSL_TYPE_ANY) != 0 else { continue }
        guard unsafe psl_is_public_suffix2(list, name, PSL_TYPE_ICANN) == 0 else { return nil }
      } else if unsafe psl_is_public_suffix2(list, name, PSL_TYPE_ICANN) != 0 {
        return domain
      }
      domain = name
    }
    return domain
  }

  /// Whether a host is an IP address: in brackets, or with a last label of digits only, which no top-level domain is.
  private static func isAddress(_ host: String) -> Bool {
    host.utf8.last == UInt8(ascii: "]")
      || host.utf8.reversed().prefix { $0 != UInt8(ascii: ".") }.allSatisfy(\.isASCIIDigit)
  }

  private static let list = PublicSuffixList()
}

/// The list, loaded once and never freed.
///
/// `@unchecked Sendable`: libpsl only reads a context after it is made.
@safe
private struct PublicSuffixList: @unchecked Sendable {
  let context: OpaquePointer?

  init() {
    unsafe context = unsafe psl_latest(nil)
  }
}
