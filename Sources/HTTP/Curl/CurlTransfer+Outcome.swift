internal import CCurl

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension CurlTransfer {
  /// The outcome of the exchange, after libcurl ended it.
  func outcome(_ code: CURLcode) -> Outcome {
    if pending.inspectsChain { return .failed(.tls(easy.sendsOnlyLeaf ? .missingIntermediate : .untrusted)) }
    if isHeaderTooLong { return .failed(.headerTooLong) }
    // What was read so far may be all that matters, or what hides the rest.
    if code != CURLE_OK, !isCapped, easy.watch.shutDown(localPort: easy.number(CURLINFO_LOCAL_PORT)) {
      return .failed(.keptBusy)
    }
    let status = easy.number(CURLINFO_RESPONSE_CODE)
    // For libcurl a truncated header is not an error, but too many encodings are one before the header ends. An interim answer (1xx),
    // except for switching protocols, is not an answer.
    if isHeaderComplete || code == CURLE_BAD_CONTENT_ENCODING, status >= 200 || status == 101 {
      return .answered(response(status, code))
    }
    return .failed(error(code))
  }

  private func response(_ status: Int, _ code: CURLcode) -> Response {
    var response = Response(status: status, headers: headers, body: body)
    switch code {
    case _ where isEncodedTwice: response.bodyEnd = .undecodable
    case _ where isCapped: response.bodyEnd = .capped
    case CURLE_OK: response.bodyEnd = .complete
    case CURLE_BAD_CONTENT_ENCODING: response.bodyEnd = .undecodable
    default: response.bodyEnd = .cut
    }
    // An empty body is still a body, but for statuses that have none (RFC 9110, section 15.3).
    if bodyIsEmpty, pending.request.method == .get, status != 204, status != 205 { makeReader() }
    if response.bodyEnd != .undecodable { response.content = reader?.finish() }
    response.cookies = easy.cookies().filter { $0.utf8.count <= 4096 }.prefix(50).map { $0 }
    response.latency = .microseconds(max(easy.offset(CURLINFO_STARTTRANSFER_TIME_T), 0))
    return response
  }

  private func error(_ code: CURLcode) -> TransportError {
    if pending.proxy != nil, code == CURLE_COULDNT_CONNECT || easy.number(CURLINFO_HTTP_CONNECTCODE) >= 300 {
      return .proxyFailed
    }
    let systemError = Int32(truncatingIfNeeded: easy.number(CURLINFO_OS_ERRNO))
    switch code {
    case CURLE_COULDNT_CONNECT: return connectError(systemError)
    case CURLE_COULDNT_RESOLVE_HOST: return .resolverFailed
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: return .proxyFailed
    case CURLE_OPERATION_TIMEDOUT: return timeout
    // An answer that is not HTTP/2 is reported as an empty one, but without an error of the socket.
    case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE:
      return systemError == 0 && pending.request.address.isSecure && !pending.request.onlyHTTP1
        ? .http2Failed : .connectionReset
    case CURLE_OK: return .connectionReset
    case CURLE_SSL_CONNECT_ERROR:
      let isReset = systemError == ECONNRESET || systemError == EPIPE
      return isReset ? .handshakeClosed : TLSFailure.inHandshake(easy.errorMessage).map { .tls($0) } ?? .handshakeClosed
    case CURLE_PEER_FAILED_VERIFICATION: return .tls(TLSFailure(verifyResult: easy.number(CURLINFO_SSL_VERIFYRESULT)))
    case CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CIPHER, CURLE_SSL_PINNEDPUBKEYNOTMATCH,
      CURLE_SSL_CLIENTCERT:
      return .tls(.other)
    case CURLE_HTTP2, CURLE_HTTP2_STREAM: return .http2Failed
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP_RETURNED_ERROR, CURLE_URL_MALFORMAT:
      return .protocolViolation(CurlError(code).phrase.lowercasedFirst)
    // A line that is too long is reported as lack of memory.
    case CURLE_OUT_OF_MEMORY where easy.offset(CURLINFO_STARTTRANSFER_TIME_T) > 0: return .headerTooLong
    default: return .internalError(CurlError(code).phrase.lowercasedFirst)
    }
  }

  private func connectError(_ systemError: Int32) -> TransportError {
    if let refused { return .addressRefused(refused) }
    switch systemError {
    case ENETUNREACH, EHOSTUNREACH, ENETDOWN, EHOSTDOWN, EADDRNOTAVAIL: return .unreachable
    case ETIMEDOUT: return .connectTimeout
    case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .internalError("too many open connections")
    default: return .connectionRefused
    }
  }

  /// A time-out before or after the connection was made; TLS is part of the connection.
  private var timeout: TransportError {
    let isConnected = easy.offset(CURLINFO_CONNECT_TIME_T) > 0
    let isReady = !pending.request.address.isSecure || easy.offset(CURLINFO_APPCONNECT_TIME_T) > 0
    return isConnected && isReady ? .answerTimeout : .connectTimeout
  }
}

extension String {
  /// The text with a small first letter, for use after a colon.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
