internal import CCurl

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension CurlTransfer {
  /// Sets every option of the exchange; the handle must be fresh or reset.
  func configure(_ settings: CurlSettings) throws(CurlError) {
    let request = order.request
    try easy.set(CURLOPT_URL, request.address.url)
    try easy.set(CURLOPT_PROTOCOLS_STR, "http,https")
    try easy.set(CURLOPT_FOLLOWLOCATION, 0)
    try easy.set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
    try easy.set(CURLOPT_NOSIGNAL, 1)
    try easy.set(CURLOPT_NOPROGRESS, 1)
    // Empty text keeps libcurl from looking into the environment itself.
    try easy.set(CURLOPT_PROXY, order.proxy ?? "")
    try easy.set(CURLOPT_NOPROXY, "")
    try easy.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    try easy.set(CURLOPT_NOBODY, request.method == .head ? 1 : 0)
    try easy.set(CURLOPT_TIMEOUT_MS, milliseconds(request.timeout))
    try easy.set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(request.connectTimeout))
    try easy.set(CURLOPT_USERAGENT, request.userAgent.singleLine)
    // Every encoding that this libcurl knows.
    try easy.set(CURLOPT_ACCEPT_ENCODING, "")
    let version = request.onlyHTTP1 ? Int(CURL_HTTP_VERSION_1_1) : Int(CURL_HTTP_VERSION_2TLS)
    try easy.set(CURLOPT_HTTP_VERSION, version)
    // Better a stream on the connection that is being made than another connection; only TLS tells whether there are streams.
    try easy.set(CURLOPT_PIPEWAIT, request.address.isSecure && !request.onlyHTTP1 ? 1 : 0)
    try configureTLS(settings)
    try configureHeaders(request)
    try configureCookies(request)
    try configureAddresses(request)
    try configureCallbacks()
  }

  private func configureTLS(_ settings: CurlSettings) throws(CurlError) {
    let tls = order.request.tls
    try easy.set(CURLOPT_SSL_VERIFYPEER, tls.isVerified ? 1 : 0)
    try easy.set(CURLOPT_SSL_VERIFYHOST, tls.isVerified ? 2 : 0)
    if let minimum = tls.minimum { try easy.set(CURLOPT_SSLVERSION, sslVersion(minimum)) }
    // With Debian's default for it libcurl reads every certificate anew for each connection.
    try easy.set(CURLOPT_CAPATH, nil)
    if let file = settings.certificateFile { try easy.set(CURLOPT_CAINFO, file) }
  }

  private func sslVersion(_ version: TLSPolicy.Version) -> Int {
    switch version {
    case .tls10: Int(CURL_SSLVERSION_TLSv1_0)
    case .tls11: Int(CURL_SSLVERSION_TLSv1_1)
    case .tls12: Int(CURL_SSLVERSION_TLSv1_2)
    case .tls13: Int(CURL_SSLVERSION_TLSv1_3)
    }
  }

  private func configureHeaders(_ request: Request) throws(CurlError) {
    var lines = [
      "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
      "Accept-Language: en,*;q=0.5",
    ]
    for field in request.headers { lines.append("\(field.name): \(field.value)".singleLine) }
    let list = try StringList(lines)
    lists.append(list)
    try easy.set(CURLOPT_HTTPHEADER, list)
  }

  private func configureCookies(_ request: Request) throws(CurlError) {
    // Turns cookies on, without a file.
    try easy.set(CURLOPT_COOKIEFILE, "")
    for cookie in request.cookies { try easy.set(CURLOPT_COOKIELIST, cookie) }
  }

  private func configureAddresses(_ request: Request) throws(CurlError) {
    // Names are resolved elsewhere, and forgotten there; looking for what is too old takes as long as there are hosts, every time.
    try easy.set(CURLOPT_DNS_CACHE_TIMEOUT, -1)
    guard !order.addresses.isEmpty else { return }
    let addresses = order.addresses.map { $0.isIPv6 ? "[\($0)]" : $0.description }
    let list = try StringList(["+\(request.address.host):\(request.address.port):\(addresses.joined(separator: ","))"])
    lists.append(list)
    try easy.set(CURLOPT_RESOLVE, list)
  }

  private func configureCallbacks() throws(CurlError) {
    // Not retained: the loop keeps the transfer until libcurl has let go of the handle.
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    try unsafe easy.setPointer(CURLOPT_ERRORBUFFER, errorBuffer)
    try unsafe easy.setPointer(CURLOPT_WRITEDATA, context)
    try unsafe easy.setPointer(CURLOPT_HEADERDATA, context)
    try unsafe easy.setPointer(CURLOPT_OPENSOCKETDATA, context)
    try unsafe easy.setPointer(CURLOPT_PRIVATE, context)
    try unsafe easy.setCallback(CURLOPT_WRITEFUNCTION, CurlCallbacks.body)
    try unsafe easy.setCallback(CURLOPT_HEADERFUNCTION, CurlCallbacks.header)
    try unsafe easy.setOpenSocket(CurlCallbacks.openSocket)
  }

  /// At least 1, as libcurl takes 0 for its own default.
  private func milliseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    let capped = min(max(seconds, 0), 86_400)
    return max(Int(capped) * 1000 + Int(max(attoseconds, 0) / 1_000_000_000_000_000), 1)
  }
}

extension String {
  /// The text without control characters, so that no header line can be forged.
  fileprivate var singleLine: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }
}
