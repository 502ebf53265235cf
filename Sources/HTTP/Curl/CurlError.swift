internal import CCurl

/// A libcurl function that failed.
struct CurlError: Error {
  let code: CURLcode

  init(_ code: CURLcode) {
    self.code = code
  }

  static func check(_ code: CURLcode) throws(CurlError) {
    guard code == CURLE_OK else { throw CurlError(code) }
  }

  /// libcurl's own words for the code.
  var phrase: String {
    guard let text = unsafe curl_easy_strerror(code) else { return "code \(code.rawValue)" }
    return unsafe String(cString: text)
  }
}
