internal import CCurl
internal import Source

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A URL parsed by libcurl, so that the checked host is the host that libcurl connects to.
///
/// Source: curl.se/libcurl/c/libcurl-url.html.
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

  /// Sets the whole URL; a relative one is resolved against the URL that is set already.
  borrowing func set(_ url: String) throws(AddressError) {
    // C would stop at a NUL, and a URL has no control characters.
    guard !url.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw .malformed("the URL has a control character")
    }
    let code = unsafe curl_url_set(
      handle, CURLUPART_URL, Self.withoutSpaces(url), UInt32(CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME))
    guard code == CURLUE_OK else { throw .malformed(Self.phrase(code)) }
  }

  /// The URL with the spaces of its fragment encoded: libcurl 7.88 encodes them in all other parts, but refuses them here.
  private static func withoutSpaces(_ url: String) -> String {
    guard let start = url.utf8.firstIndex(of: UInt8(ascii: "#")) else { return url }
    return url[..<start]
      + url[start...].replacing(each: " ", by: "%20")
  }

  /// One part of the URL; `nil` where the URL is without it.
  borrowing func part(_ part: CURLUPart, flags: Int32 = 0) throws(AddressError) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    let code = unsafe curl_url_get(handle, part, &text, UInt32(flags))
    // For a name without an ASCII form libcurl 7.88 returns an error and the text.
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

/// A locale whose text is UTF-8, for C code that reads its input in the locale's encoding.
private enum UTF8Locale {
  /// Runs `body` in this locale on this thread; the locale of the process stays as it is.
  static func perform<Result>(_ body: () throws(AddressError) -> Result) throws(AddressError) -> Result {
    guard let locale = unsafe shared.locale, let previous = unsafe uselocale(locale) else { return try body() }
    defer { _ = unsafe uselocale(previous) }
    return try body()
  }

  /// Never freed. `@unchecked Sendable`: a locale does not change after it is made.
  @safe
  private struct Shared: @unchecked Sendable {
    let locale: locale_t?

    init() {
      for name in ["C.UTF-8", "en_US.UTF-8", "UTF-8"] {
        if let locale = unsafe newlocale(LC_CTYPE_MASK, name, nil) {
          unsafe self.locale = unsafe locale
          return
        }
      }
      unsafe locale = nil
    }
  }

  private static let shared = Shared()
}
