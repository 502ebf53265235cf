internal import CCurl

/// Options and results of libcurl, by the type of their values.
extension EasyHandle {
  func set(_ option: CURLoption, _ value: Int) throws(CurlError) {
    try CurlError.check(unsafe awesome_easy_set_long(pointer, option, value))
  }

  /// Sets text, which libcurl copies; `nil` resets the option.
  func set(_ option: CURLoption, _ value: String?) throws(CurlError) {
    try CurlError.check(unsafe awesome_easy_set_string(pointer, option, value))
  }

  func setPointer(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) throws(CurlError) {
    try CurlError.check(unsafe awesome_easy_set_pointer(pointer, option, value))
  }

  func setCallback(_ option: CURLoption, _ callback: awesome_data_callback) throws(CurlError) {
    try CurlError.check(unsafe awesome_easy_set_data_callback(pointer, option, callback))
  }

  func setOpenSocket(_ callback: curl_opensocket_callback) throws(CurlError) {
    try CurlError.check(unsafe awesome_easy_set_open_socket(pointer, callback))
  }

  func setCloseSocket(_ callback: curl_closesocket_callback) throws(CurlError) {
    try CurlError.check(unsafe awesome_easy_set_close_socket(pointer, callback))
  }

  /// A number about the transfer; 0 if libcurl does not know it.
  func number(_ info: CURLINFO) -> Int {
    var value = 0
    let code = unsafe awesome_easy_get_long(pointer, info, &value)
    return code == CURLE_OK ? value : 0
  }

  /// A size or a time about the transfer; -1 if libcurl does not know it.
  func offset(_ info: CURLINFO) -> Int {
    var value: curl_off_t = -1
    let code = unsafe awesome_easy_get_offset(pointer, info, &value)
    return code == CURLE_OK ? Int(value) : -1
  }

  /// Whether the server sent only its own certificate, which has the address of its issuer's (RFC 5280, section 4.2.2.1).
  var sendsOnlyLeaf: Bool {
    var chain: UnsafeMutablePointer<curl_certinfo>?
    guard unsafe awesome_easy_get_certificates(pointer, &chain) == CURLE_OK, let chain = unsafe chain,
      unsafe chain.pointee.num_of_certs == 1
    else { return false }
    return unsafe Self.strings(chain.pointee.certinfo?.pointee).contains { $0.contains("CA Issuers") }
  }

  /// The cookies of the handle, in Netscape's notation.
  func cookies() -> [String] {
    var head: UnsafeMutablePointer<curl_slist>?
    let code = unsafe awesome_easy_get_list(pointer, CURLINFO_COOKIELIST, &head)
    guard code == CURLE_OK, let head = unsafe head else { return [] }
    defer { unsafe curl_slist_free_all(head) }
    return unsafe Self.strings(head)
  }

  @unsafe private static func strings(_ head: UnsafeMutablePointer<curl_slist>?) -> [String] {
    var strings: [String] = []
    var next = unsafe head
    while let entry = unsafe next {
      if let data = unsafe entry.pointee.data { strings.append(unsafe String(cString: data)) }
      unsafe next = unsafe entry.pointee.next
    }
    return strings
  }
}

/// A list of strings for libcurl.
@safe
final class StringList {
  private(set) var pointer: UnsafeMutablePointer<curl_slist>?

  /// Copies the strings, none of which may have a NUL: C would end it there.
  init(_ strings: [String]) throws(CurlError) {
    for string in strings {
      guard let longer = unsafe curl_slist_append(pointer, string) else {
        unsafe curl_slist_free_all(pointer)
        unsafe pointer = nil
        throw CurlError(CURLE_OUT_OF_MEMORY)
      }
      unsafe pointer = unsafe longer
    }
  }

  deinit {
    unsafe curl_slist_free_all(pointer)
  }
}

/// A libcurl function that failed.
struct CurlError: Error {
  let code: CURLcode

  init(_ code: CURLcode) {
    self.code = code
  }

  static func check(_ code: CURLcode) throws(CurlError) {
    guard code == CURLE_OK else { throw CurlError(code) }
  }

  /// libcurl's message for the code.
  var phrase: String {
    guard let text = unsafe curl_easy_strerror(code) else { return "code \(code.rawValue)" }
    return unsafe String(cString: text)
  }
}
