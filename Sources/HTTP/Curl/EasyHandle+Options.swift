internal import CCurl

extension EasyHandle {
  /// The options that may differ between exchanges; they are set again only if they do.
  struct Options: Equatable {
    let method: Request.Method
    let userAgent: String
    let headers: [HeaderField]
    let tls: TLSPolicy
    let proxy: String?
    let onlyHTTP1: Bool
    /// Whether to wait for a stream on a connection that is being made: only TLS negotiates streams.
    let waitsForStreams: Bool
    /// Whether to make a connection without verification, read its certificates, and send nothing.
    let inspectsChain: Bool
    let isFresh: Bool
    let decodesBody: Bool

    init(_ pending: PendingTransfer) {
      let request = pending.request
      (method, userAgent, headers) = (request.method, request.userAgent, request.headers)
      (tls, proxy, onlyHTTP1) = (request.tls, pending.proxy, request.onlyHTTP1)
      waitsForStreams = request.address.isSecure && !request.onlyHTTP1 && !request.onNewConnection
      (inspectsChain, isFresh, decodesBody) = (pending.inspectsChain, request.onNewConnection, request.decodesBody)
    }
  }

  /// Sets the options that are the same for every exchange.
  func configure(_ settings: CurlSettings, _ watch: SocketWatch) throws(CurlError) {
    try set(CURLOPT_PROTOCOLS_STR, "http,https")
    try set(CURLOPT_FOLLOWLOCATION, 0)
    try set(CURLOPT_MAXAGE_CONN, Int(settings.connectionAge.components.seconds))
    try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
    try set(CURLOPT_NOSIGNAL, 1)
    try set(CURLOPT_NOPROGRESS, 1)
    try set(CURLOPT_NOPROXY, "")
    try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    // Turns cookies on, without a file.
    try set(CURLOPT_COOKIEFILE, "")
    // `NameResolver` resolves names and forgets old ones; libcurl would search all hosts for old ones at every request.
    try set(CURLOPT_DNS_CACHE_TIMEOUT, -1)
    try configure(settings.certificates)
    try configureCallbacks(watch)
  }

  private func configure(_ certificates: TrustedCertificates) throws(CurlError) {
    // With a folder, Debian's default, libcurl reads every certificate of the file again for each connection.
    try set(CURLOPT_CAPATH, certificates.folder)
    try set(CURLOPT_PROXY_CAPATH, certificates.folder)
    guard certificates.file != nil || certificates.folder != nil else { return }
    try set(CURLOPT_CAINFO, certificates.file)
    try set(CURLOPT_PROXY_CAINFO, certificates.file)
  }

  private func configureCallbacks(_ watch: SocketWatch) throws(CurlError) {
    // Not retained: this object lives longer than libcurl's handle.
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    try unsafe setPointer(CURLOPT_ERRORBUFFER, errorBuffer)
    try unsafe setPointer(CURLOPT_WRITEDATA, context)
    try unsafe setPointer(CURLOPT_HEADERDATA, context)
    try unsafe setPointer(CURLOPT_OPENSOCKETDATA, context)
    try unsafe setPointer(CURLOPT_PRIVATE, context)
    try unsafe setCallback(CURLOPT_WRITEFUNCTION, CurlCallbacks.body)
    try unsafe setCallback(CURLOPT_HEADERFUNCTION, CurlCallbacks.header)
    try unsafe setOpenSocket(CurlCallbacks.openSocket)
    // A connection may outlive this object, but not its loop, to which the watch belongs.
    try unsafe setPointer(CURLOPT_CLOSESOCKETDATA, Unmanaged.passUnretained(watch).toOpaque())
    try unsafe setCloseSocket(CurlCallbacks.closeSocket)
  }

  /// Sets the options that may differ between exchanges.
  func set(_ options: Options) throws(CurlError) {
    try set(CURLOPT_NOBODY, options.method == .head ? 1 : 0)
    try set(CURLOPT_USERAGENT, options.userAgent.singleLine)
    // Empty text keeps libcurl from reading the environment.
    try set(CURLOPT_PROXY, options.proxy ?? "")
    try set(CURLOPT_HTTP_VERSION, Int(options.onlyHTTP1 ? CURL_HTTP_VERSION_1_1 : CURL_HTTP_VERSION_2TLS))
    try set(CURLOPT_PIPEWAIT, options.waitsForStreams ? 1 : 0)
    let isVerified = options.tls.isVerified && !options.inspectsChain
    try set(CURLOPT_SSL_VERIFYPEER, isVerified ? 1 : 0)
    try set(CURLOPT_SSL_VERIFYHOST, isVerified ? 2 : 0)
    try set(CURLOPT_CONNECT_ONLY, options.inspectsChain ? 1 : 0)
    try set(CURLOPT_CERTINFO, options.inspectsChain ? 1 : 0)
    try set(CURLOPT_FRESH_CONNECT, options.isFresh ? 1 : 0)
    // The other encodings need megabytes of memory for each body that is being decoded.
    try set(CURLOPT_ACCEPT_ENCODING, options.decodesBody ? "gzip, deflate" : nil)
    try set(CURLOPT_SSLVERSION, sslVersion(options.tls.minimum))
    var lines = [
      "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
      "Accept-Language: en,*;q=0.5",
    ]
    for field in options.headers { lines.append("\(field.name): \(field.value)".singleLine) }
    try set(headers: StringList(lines))
  }

  private func sslVersion(_ version: TLSPolicy.Version?) -> Int {
    switch version {
    case nil: Int(CURL_SSLVERSION_DEFAULT)
    case .tls10: Int(CURL_SSLVERSION_TLSv1_0)
    case .tls11: Int(CURL_SSLVERSION_TLSv1_1)
    case .tls12: Int(CURL_SSLVERSION_TLSv1_2)
    case .tls13: Int(CURL_SSLVERSION_TLSv1_3)
    }
  }
}

extension Duration {
  /// At least 1, as 0 means libcurl's default.
  var curlMilliseconds: Int {
    let (seconds, attoseconds) = components
    let capped = min(max(seconds, 0), 86_400)
    return max(Int(capped) * 1000 + Int(max(attoseconds, 0) / 1_000_000_000_000_000), 1)
  }
}

extension String {
  /// The text without control characters, so that no header line can be forged.
  fileprivate var singleLine: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }
}
