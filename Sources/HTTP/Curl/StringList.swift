internal import CCurl

/// A list of strings as libcurl takes it.
@safe
final class StringList {
  private(set) var pointer: UnsafeMutablePointer<curl_slist>?

  /// Copies the strings; one with a NUL in it is cut there by C, so the caller must not pass such.
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
