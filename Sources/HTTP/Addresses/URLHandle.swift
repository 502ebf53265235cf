internal import CCurl

/// A URL taken apart by libcurl, so that what we judge is what libcurl will ask.
///
/// See curl.se/libcurl/c/libcurl-url.html.
@safe
struct URLHandle: ~Copyable {
  private let handle: OpaquePointer

  init() throws(AddressError) {
    guard let handle = unsafe curl_url() else { throw .malformed("out of memory") }
    unsafe self.handle = unsafe handle
  }

  deinit {
    unsafe curl_url_cleanup(handle)
  }

  /// Sets the whole URL; a relative one is resolved against the URL that was set before.
  borrowing func set(_ url: String) throws(AddressError) {
    // C would stop at a NUL, and control characters have no place in a URL.
    guard !url.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw .malformed("a control character in the URL")
    }
    let code = unsafe curl_url_set(
      handle, CURLUPART_URL, Self.withoutSpaces(url), UInt32(CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME))
    guard code == CURLUE_OK else { throw .malformed(Self.phrase(code)) }
  }

  /// The URL with the spaces in its fragment encoded; elsewhere libcurl does so, but there libcurl 7.88 takes them for an error.
  private static func withoutSpaces(_ url: String) -> String {
    guard let start = url.utf8.firstIndex(of: UInt8(ascii: "#")) else { return url }
    return url[..<start]
      + url[start...].split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
  }

  /// One part of the URL; `nil` where it has none.
  borrowing func part(_ part: CURLUPart, flags: Int32 = 0) throws(AddressError) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    let code = unsafe curl_url_get(handle, part, &text, UInt32(flags))
    // Where a name has no ASCII form, libcurl 7.88 fails and gives the text all the same.
    defer { unsafe curl_free(text) }
    switch code {
    case CURLUE_OK: break
    case CURLUE_NO_SCHEME, CURLUE_NO_HOST, CURLUE_NO_PORT, CURLUE_NO_QUERY, CURLUE_NO_FRAGMENT: return nil
    default: throw .malformed(Self.phrase(code))
    }
    guard let text = unsafe text else { return nil }
    return unsafe String(cString: text)
  }

  /// The host in ASCII (IDNA), IPv6 in its brackets.
  borrowing func asciiHost() throws(AddressError) -> String? {
    guard let host = try part(CURLUPART_HOST), !host.utf8.allSatisfy({ $0 < 0x80 }) else {
      return try part(CURLUPART_HOST)
    }
    // libidn2 reads the name in the locale's encoding.
    return try UTF8Locale.perform { () throws(AddressError) in try part(CURLUPART_HOST, flags: CURLU_PUNYCODE) }
  }

  private static func phrase(_ code: CURLUcode) -> String {
    switch code {
    case CURLUE_BAD_PORT_NUMBER: "the port is not a number from 1 to 65535"
    case CURLUE_BAD_HOSTNAME, CURLUE_BAD_IPV6, CURLUE_NO_HOST: "the host name is malformed"
    case CURLUE_LACKS_IDN: "the host name has characters that this libcurl cannot encode"
    case CURLUE_BAD_SLASHES: "the slashes after the scheme are malformed"
    default: "the URL is malformed"
    }
  }
}
