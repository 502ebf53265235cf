/// The proxies of the environment, by the rules of curl (everything.curl.dev/usingcurl/proxies/env.html).
public struct ProxySettings: Hashable, Sendable {
  /// The proxy for `http`; `nil` for none.
  public var http: String?
  /// The proxy for `https`; `nil` for none.
  public var https: String?
  /// Hosts that are requested without a proxy: names with all subdomains, addresses, ranges of addresses, or `*` for all.
  public var exceptions: [String] = []

  public init() {}

  /// Reads `http_proxy` (in lower case only, as a CGI program's `HTTP_PROXY` comes from its client), `https_proxy`, `all_proxy` and
  /// `no_proxy`.
  public init(environment: [String: String]) {
    func value(_ name: String) -> String? {
      let text = environment[name] ?? environment[name.uppercased()]
      return text?.isEmpty == false ? text : nil
    }
    let lowercase = environment["http_proxy"].flatMap { $0.isEmpty ? nil : $0 }
    http = lowercase ?? value("all_proxy")
    https = value("https_proxy") ?? value("all_proxy")
    exceptions = (value("no_proxy") ?? "").split { $0 == "," || $0 == " " }.map { $0.lowercased() }
  }

  /// The proxy for an address; `nil` for none.
  func proxy(for address: WebAddress) -> String? {
    guard let proxy = address.isSecure ? https : http else { return nil }
    return exceptions.contains { Self.matches($0, address) } ? nil : proxy
  }

  /// Where the names of hosts are resolved if there is a proxy.
  enum Resolution {
    /// We do: `socks4` and `socks5` are given addresses.
    case here
    /// Always the proxy: `socks4a` and `socks5h`, and for names that exist only in the proxy's network.
    case proxy
    /// The proxy, unless names resolve here too.
    case proxyUnlessHere
  }

  static func resolution(of host: String, by proxy: String) -> Resolution {
    switch proxy.lowercased().prefix(while: { $0 != ":" }) {
    case "socks4", "socks5", "socks": .here
    case "socks4a", "socks5h": .proxy
    default: needsProxy(host) ? .proxy : .proxyUnlessHere
    }
  }

  /// Whether no name server knows a host (RFC 7686): only a proxy of its network reaches it.
  static func needsProxy(_ host: String) -> Bool {
    [".onion", ".i2p"].contains { host.hasSuffix($0) }
  }

  private static func matches(_ exception: String, _ address: WebAddress) -> Bool {
    if exception == "*" { return true }
    if let literal = address.ipAddress { return AddressRange(exception)?.contains(literal) ?? false }
    let name = exception.first == "." ? String(exception.dropFirst()) : exception
    return !name.isEmpty && (address.host == name || address.host.hasSuffix("." + name))
  }
}
