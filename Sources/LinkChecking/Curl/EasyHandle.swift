internal import CCurl

/// A libcurl easy handle, kept for one transfer after the other.
///
/// See curl.se/libcurl/c/libcurl-easy.html.
@safe
final class EasyHandle {
  let pointer: UnsafeMutableRawPointer

  init() throws(CurlError) {
    guard let pointer = unsafe curl_easy_init() else { throw CurlError(CURLE_FAILED_INIT) }
    unsafe self.pointer = unsafe pointer
  }

  deinit {
    unsafe curl_easy_cleanup(pointer)
  }

  /// Forgets every option and every cookie; live connections are the multi handle's and stay.
  func reset() {
    // A reset alone keeps the cookies, and loses the list of cookie files without freeing it.
    _ = unsafe awesome_easy_set_string(pointer, CURLOPT_COOKIEFILE, nil)
    unsafe curl_easy_reset(pointer)
  }

  func set(_ option: CURLoption, _ value: Int) throws(CurlError) {
    try CurlError.check(unsafe awesome_easy_set_long(pointer, option, value))
  }

  /// Sets text, which libcurl copies; `nil` takes the option back.
  func set(_ option: CURLoption, _ value: String?) throws(CurlError) {
    try CurlError.check(unsafe awesome_easy_set_string(pointer, option, value))
  }

  /// Sets a list, which libcurl does not copy: it must outlive the transfer.
  func set(_ option: CURLoption, _ list: StringList) throws(CurlError) {
    try CurlError.check(unsafe awesome_easy_set_list(pointer, option, list.pointer))
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

  /// A number about the transfer; 0 where libcurl does not know it.
  func number(_ info: CURLINFO) -> Int {
    var value = 0
    let code = unsafe awesome_easy_get_long(pointer, info, &value)
    return code == CURLE_OK ? value : 0
  }

  /// A size or a time about the transfer; -1 where libcurl does not know it.
  func offset(_ info: CURLINFO) -> Int {
    var value: curl_off_t = -1
    let code = unsafe awesome_easy_get_offset(pointer, info, &value)
    return code == CURLE_OK ? Int(value) : -1
  }

  /// A text about the transfer.
  func text(_ info: CURLINFO) -> String? {
    var value: UnsafeMutablePointer<CChar>?
    let code = unsafe awesome_easy_get_string(pointer, info, &value)
    guard code == CURLE_OK, let value = unsafe value else { return nil }
    return unsafe String(cString: value)
  }

  /// The cookies of the handle, in Netscape's notation.
  func cookies() -> [String] {
    var head: UnsafeMutablePointer<curl_slist>?
    let code = unsafe awesome_easy_get_list(pointer, CURLINFO_COOKIELIST, &head)
    guard code == CURLE_OK, let head = unsafe head else { return [] }
    defer { unsafe curl_slist_free_all(head) }
    var cookies: [String] = []
    var next: UnsafeMutablePointer<curl_slist>? = unsafe head
    while let entry = unsafe next {
      if let data = unsafe entry.pointee.data { cookies.append(unsafe String(cString: data)) }
      unsafe next = unsafe entry.pointee.next
    }
    return cookies
  }
}
