internal import CCurl

/// A libcurl easy handle, reused for one transfer after the other.
///
/// Only its loop's thread uses it; libcurl's callbacks get it as their context. Source: curl.se/libcurl/c/libcurl-easy.html.
@safe
final class EasyHandle {
  let pointer: UnsafeMutableRawPointer
  let watch: SocketWatch
  /// The current transfer.
  private(set) var transfer: CurlTransfer?
  private let errorText: UnsafeMutableBufferPointer<CChar>
  /// The options that are set; `nil` where that is not certain.
  private var options: Options?
  /// Lists that libcurl reads without a copy.
  private var headers: StringList?
  private var addresses: StringList?

  init(_ settings: CurlSettings, _ watch: SocketWatch) throws(CurlError) {
    guard let pointer = unsafe curl_easy_init() else { throw CurlError(CURLE_FAILED_INIT) }
    unsafe self.pointer = unsafe pointer
    self.watch = watch
    unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe errorText.initialize(repeating: 0)
    try configure(settings, watch)
  }

  deinit {
    unsafe curl_easy_cleanup(pointer)
    unsafe errorText.deallocate()
  }

  /// The object that owns a handle of libcurl.
  @unsafe static func owning(_ pointer: UnsafeMutableRawPointer?) -> EasyHandle? {
    var context: UnsafeMutablePointer<CChar>?
    guard unsafe awesome_easy_get_string(pointer, CURLINFO_PRIVATE, &context) == CURLE_OK,
      let context = unsafe context
    else { return nil }
    return unsafe Unmanaged<EasyHandle>.fromOpaque(UnsafeRawPointer(context)).takeUnretainedValue()
  }

  var errorBuffer: UnsafeMutableRawPointer? { unsafe UnsafeMutableRawPointer(errorText.baseAddress) }

  /// libcurl's error message, on one line.
  var errorMessage: String {
    let bytes = unsafe errorText.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }

  /// Sets every option of the exchange, whatever the exchange before had set.
  func begin(_ transfer: CurlTransfer) throws(CurlError) {
    self.transfer = transfer
    unsafe errorText[0] = 0
    let pending = transfer.pending
    try set(CURLOPT_URL, pending.request.address.url)
    try set(CURLOPT_TIMEOUT_MS, pending.request.timeout.curlMilliseconds)
    try set(CURLOPT_CONNECTTIMEOUT_MS, pending.request.connectTimeout.curlMilliseconds)
    let wanted = Options(pending)
    if options != wanted {
      options = nil
      try set(wanted)
      options = wanted
    }
    for cookie in pending.request.cookies { try set(CURLOPT_COOKIELIST, cookie) }
    try set(addresses: pending)
  }

  /// Forgets the exchange, its cookies and its addresses; the multi handle keeps the connections.
  ///
  /// - Returns: whether the handle may be used again.
  func end() -> Bool {
    transfer = nil
    do throws(CurlError) {
      try set(CURLOPT_COOKIELIST, "ALL")
      if addresses != nil { try CurlError.check(unsafe awesome_easy_set_list(pointer, CURLOPT_RESOLVE, nil)) }
      addresses = nil
      return true
    } catch {
      return false
    }
  }

  func set(headers list: StringList) throws(CurlError) {
    try CurlError.check(unsafe awesome_easy_set_list(pointer, CURLOPT_HTTPHEADER, list.pointer))
    headers = list
  }

  private func set(addresses pending: PendingTransfer) throws(CurlError) {
    guard !pending.addresses.isEmpty else { return }
    let addresses = pending.addresses.map { $0.isIPv6 ? "[\($0)]" : $0.description }.joined(separator: ",")
    let list = try StringList(["+\(pending.request.address.host):\(pending.request.address.port):\(addresses)"])
    try CurlError.check(unsafe awesome_easy_set_list(pointer, CURLOPT_RESOLVE, list.pointer))
    self.addresses = list
  }
}
