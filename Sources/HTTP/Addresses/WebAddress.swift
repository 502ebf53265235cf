internal import CCurl

/// An absolute `http` or `https` URL, in the one spelling that is requested.
///
/// The scheme is `http` or `https`; the host is in lower case, in ASCII (IDNA), without a trailing dot, and IPv4 addresses in odd
/// spellings (`127.1`, `0x7f.1`, `2130706433`) are in the usual one. A user name and password are dropped.
public struct WebAddress: Hashable, Sendable {
  /// What is asked, without the fragment.
  public let url: String
  /// Whether the scheme is `https`.
  public let isSecure: Bool
  /// A name or an address; IPv6 stands without its brackets.
  public let host: String
  public let port: Int
  /// What follows `#`, undecoded; `nil` where there is no `#`.
  public let fragment: String?

  /// Reads an absolute URL as it may stand in a document.
  public init(_ text: String) throws(AddressError) {
    let text = text.trimmingSpaces
    // Browsers drop some of them, so that what hides one of other schemes would be one to them.
    guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw .malformed("a control character in the URL")
    }
    switch LinkScheme(of: text) {
    case .web: break
    case .other(let scheme): throw .scheme(scheme)
    case .none:
      guard text.hasPrefix("//") else { throw .relative }
      try self.init("https:" + text)
      return
    }
    let handle = try URLHandle()
    try handle.set(text)
    try self.init(handle)
  }

  /// Resolves a reference (RFC 3986, section 4.2) against this address, as in a `Location` header.
  public func resolving(_ reference: String) throws(AddressError) -> WebAddress {
    let reference = reference.trimmingSpaces
    guard !reference.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw .malformed("a control character in the URL")
    }
    if case .other(let scheme) = LinkScheme(of: reference) { throw .scheme(scheme) }
    let handle = try URLHandle()
    try handle.set(url)
    // libcurl 7.88 drops the path's last segment and the query for a reference that is only a fragment.
    try handle.set(reference.utf8.first == UInt8(ascii: "#") ? url + reference : reference)
    return try WebAddress(handle)
  }

  /// The same address with another fragment.
  public func with(fragment: String?) -> WebAddress {
    WebAddress(url: url, isSecure: isSecure, host: host, port: port, fragment: fragment)
  }

  /// The whole URL, fragment included.
  public var text: String { fragment.map { url + "#" + $0 } ?? url }

  /// The address that the host is, where it is not a name.
  public var ipAddress: IPAddress? {
    guard let last = host.utf8.last else { return nil }
    let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last)
    return isDigit || host.utf8.contains(UInt8(ascii: ":")) ? IPAddress(host) : nil
  }

  init(url: String, isSecure: Bool, host: String, port: Int, fragment: String?) {
    self.url = url
    self.isSecure = isSecure
    self.host = host
    self.port = port
    self.fragment = fragment
  }

  private init(_ handle: borrowing URLHandle) throws(AddressError) {
    guard let scheme = try handle.part(CURLUPART_SCHEME)?.lowercased(), scheme == "http" || scheme == "https" else {
      throw .malformed("the scheme is neither http nor https")
    }
    isSecure = scheme == "https"
    guard let written = try handle.asciiHost() else {
      throw .malformed("the host name is missing")
    }
    let spelling = try Self.canonical(written)
    host = spelling.first == "[" ? String(spelling.dropFirst().dropLast()) : spelling
    guard let port = try handle.part(CURLUPART_PORT, flags: CURLU_DEFAULT_PORT).flatMap({ Int($0) }) else {
      throw .malformed("the port is not a number from 1 to 65535")
    }
    self.port = port
    let path = try handle.part(CURLUPART_PATH) ?? "/"
    let query = try handle.part(CURLUPART_QUERY).map { "?" + $0 } ?? ""
    let isDefaultPort = port == (isSecure ? 443 : 80)
    url = scheme + "://" + spelling + (isDefaultPort ? "" : ":\(port)") + path + query
    fragment = try handle.part(CURLUPART_FRAGMENT)
  }

  /// A host in the one spelling that is used; IPv6 keeps its brackets.
  private static func canonical(_ host: String) throws(AddressError) -> String {
    var name = host.lowercased()
    while name.hasSuffix("."), name.utf8.count > 1 { name.removeLast() }
    // IDNA can turn other digits into ASCII ones: the result is read once more, so that an address is known as one.
    if name != host || name.utf8.last.map({ $0 < UInt8(ascii: "a") }) ?? true {
      let handle = try URLHandle()
      try handle.set("http://" + name)
      name = try handle.part(CURLUPART_HOST) ?? ""
    }
    if name.first == "[" {
      guard let address = IPAddress(String(name.dropFirst().dropLast())) else {
        throw .malformed("the host name is malformed")
      }
      return address.isIPv6 ? "[\(address)]" : address.description
    }
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
      default: false
      }
    }
    guard isPlain, !name.isEmpty, name != "." else { throw .malformed("the host name is malformed") }
    return name
  }
}

extension String {
  /// The text without spaces and tabs at its ends.
  fileprivate var trimmingSpaces: String {
    guard let first = firstIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    guard let last = lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return String(self[first...last])
  }
}
