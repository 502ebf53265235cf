internal import CCurl
internal import Source

/// An absolute `http` or `https` URL, in the one spelling that is requested.
///
/// The host is in lower case, in ASCII (IDNA), without a trailing dot. IPv4 addresses in odd spellings (`127.1`, `0x7f.1`, `2130706433`)
/// are in the usual one. A user name and a password are dropped.
public struct WebAddress: Hashable, Sendable {
  /// The URL that is requested: without the fragment.
  public let url: String
  /// Whether the scheme is `https`.
  public let isSecure: Bool
  /// A name or an address; IPv6 without its brackets.
  public let host: String
  public let port: Int
  /// The text after `#`, undecoded; `nil` without a `#`.
  public let fragment: String?

  /// Reads an absolute URL as a document may have it.
  public init(_ text: String) throws(AddressError) {
    let text = text.trimmingSpaces
    // Browsers drop some of them, and would see a scheme that they hide from us.
    guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw .malformed("the URL has a control character")
    }
    switch LinkScheme(of: text) {
    case .web:
      // A browser takes `https:/host` on a page of that scheme for a path.
      guard text[text.upTo(":").endIndex...].dropFirst().begins(with: "//") else {
        throw .malformed("the slashes after the scheme are malformed")
      }
    case .other(let scheme): throw .scheme(scheme)
    case .none:
      guard text.begins(with: "//") else { throw .relative }
      try self.init("https:" + text)
      return
    }
    let handle = try URLHandle()
    try handle.set(PercentEncoding.encodingPath(of: text, normalizes: true))
    try self.init(handle)
  }

  /// Resolves a reference (RFC 3986, section 4.2) against this address, as in a `Location` header, as browsers do (URL Standard, section 4.4).
  ///
  /// What it has percent-encoded stays as it is: a server may insist on its own spelling.
  public func resolving(_ reference: String) throws(AddressError) -> WebAddress {
    let reference = PercentEncoding.encodingPath(of: reference.withoutTabs.trimmingSpaces.withSlashes)
    guard !reference.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw .malformed("the URL has a control character")
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

  /// The URL with percent-encoding in capitals: two that differ only there are the same address (RFC 3986, section 6.2.2.1).
  public var normalizedURL: String { PercentEncoding.encodingPath(of: url, normalizes: true) }

  /// The same address with encryption; `nil` where it has that, or a port, at which a server speaks the one or the other.
  public var encrypted: WebAddress? {
    isSecure || port != 80 ? nil : try? WebAddress("https" + text.dropFirst("http".utf8.count))
  }

  /// The whole URL, fragment included.
  public var text: String { fragment.map { url + "#" + $0 } ?? url }

  /// The host as an IP address; `nil` for a name.
  public var ipAddress: IPAddress? {
    guard let last = host.utf8.last else { return nil }
    return last.isASCIIDigit || host.utf8.contains(UInt8(ascii: ":")) ? IPAddress(host) : nil
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
    host = spelling.removing(prefix: "[")?.removing(suffix: "]").map(String.init) ?? spelling
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

  /// The canonical spelling of a host; IPv6 keeps its brackets.
  private static func canonical(_ host: String) throws(AddressError) -> String {
    var name = host.lowercased()
    while name.utf8.count > 1, let rest = name.removing(suffix: ".") { name = String(rest) }
    // IDNA can turn other digits into ASCII ones: read the result once more, to recognise an address.
    if name != host || name.utf8.last.map({ $0 < UInt8(ascii: "a") }) ?? true {
      let handle = try URLHandle()
      try handle.set("http://" + name)
      name = try handle.part(CURLUPART_HOST) ?? ""
    }
    if let rest = name.removing(prefix: "[") {
      guard let address = IPAddress(String(rest.removing(suffix: "]") ?? rest)) else {
        throw .malformed("the host name is malformed")
      }
      return address.isIPv6 ? "[\(address)]" : address.description
    }
    let isPlain = name.utf8.allSatisfy { $0.isASCIILowercase || $0.isASCIIDigit || "-._".utf8.contains($0) }
    guard isPlain, !name.isEmpty, name != "." else { throw .malformed("the host name is malformed") }
    return name
  }
}

/// Why a text is not a web address.
public enum AddressError: Error, Hashable, Sendable {
  /// It cannot be read as a URL, for this reason.
  case malformed(String)
  /// Its scheme, in lower case, is neither `http` nor `https`.
  case scheme(String)
  /// It has no scheme: a path or a fragment.
  case relative
}

/// The scheme at the start of a destination (RFC 3986, section 3.1).
private enum LinkScheme: Hashable, Sendable {
  /// `http` or `https`.
  case web
  /// Any other, in lower case.
  case other(String)
  /// None: a path, a fragment, or `//host/path`.
  case none

  init(of text: String) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else {
      self = .none
      return
    }
    let name = text[..<colon]
    let isName = name.utf8.enumerated().allSatisfy { index, byte in
      byte.isASCIILetter || index > 0 && (byte.isASCIIDigit || "+-.".utf8.contains(byte))
    }
    let scheme = name.lowercased()
    self = !isName ? .none : scheme == "http" || scheme == "https" ? .web : .other(scheme)
  }
}

extension String {
  /// The text with the backslashes before its query and fragment as slashes.
  fileprivate var withSlashes: String {
    guard utf8.contains(UInt8(ascii: "\\")) else { return self }
    let head = utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let slashed = head.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    return String(decoding: slashed + Array(utf8[head.endIndex...]), as: UTF8.self)
  }

  /// The text without tabs, as browsers read an address; the header field that has it can have no newline.
  fileprivate var withoutTabs: String {
    utf8.contains(UInt8(ascii: "\t")) ? String(decoding: utf8.filter { $0 != UInt8(ascii: "\t") }, as: UTF8.self) : self
  }

  /// The text without spaces and tabs at its ends.
  fileprivate var trimmingSpaces: String { String(Substring(utf8.trimming(while: \.isSpaceOrTab))) }
}
