internal import HTTP
internal import PageInspection

/// The class of an outcome by its status or error: what the scheduler does next.
///
/// Source: RFC 9110, section 15, and the IANA registry of status codes.
enum ResponseClass: Hashable {
  case success
  case redirect(isPermanent: Bool, location: String?)
  /// A failure that no retry changes, with its reason.
  case permanent(Verdict, String)
  /// A failure that a retry may change.
  case transient(String)
  /// 429 and the like, or 403 and 503 that ask to wait: the host limits our rate.
  case throttled
  /// No answer after a long wait; the whole host may be silent.
  case timeout(String)
  /// The request must be sent again with a change.
  case again(RequestChange)

  init(_ outcome: Outcome, of request: Request, accepted: StatusSet) {
    switch outcome {
    case .answered(let response): self.init(response, of: request, accepted: accepted)
    case .failed(let error): self.init(error, of: request)
    }
  }

  private init(_ response: Response, of request: Request, accepted: StatusSet) {
    let status = response.status
    // A page with a status of success is inspected all the same.
    if accepted.contains(status), !(200...299).contains(status) {
      self = .success
      return
    }
    var reason: String { HTTPStatus.phrase(status) }
    if let challenge = BotChallenge.sender(of: response) {
      self = .permanent(.blocked, "\(reason), from \(challenge.name)")
      return
    }
    var asksToWait: Bool { response.headers.first("retry-after") != nil }
    switch status {
    case 301, 308: self = .redirect(isPermanent: true, location: response.headers.first("location"))
    case 302, 303, 307: self = .redirect(isPermanent: false, location: response.headers.first("location"))
    case 200...299 where response.bodyEnd == .undecodable && request.decodesBody && response.headers.hasUnknownCoding:
      self = .again(.undecoded)
    case 200...299, 300, 304: self = .success
    case 405 where request.method == .head, 501 where request.method == .head: self = .again(.get)
    case 404, 410: self = .permanent(.gone, reason)
    case 403 where asksToWait || RateLimit.isUsedUp(in: response.headers): self = .throttled
    // 406, 412, 415 and 418 are what filters against programs answer.
    case 401, 403, 406, 412, 415, 418, 451, 999: self = .permanent(.blocked, reason)
    case 420, 429, 430: self = .throttled
    case 421: self = request.onNewConnection ? .permanent(.transient, reason) : .again(.newConnection)
    case 503 where asksToWait: self = .throttled
    // A 407 is from the proxy, and no evidence about the link.
    case 407, 408, 425, 500...599: self = .transient(reason)
    default: self = .permanent(.broken, reason)
    }
  }

  private init(_ error: TransportError, of request: Request) {
    let reason = error.description
    switch error {
    case .nameNotFound: self = .permanent(.gone, reason)
    case .addressRefused: self = .permanent(.refused, reason)
    case .tls(.missingIntermediate): self = .permanent(.suspect, reason)
    case .tls, .protocolViolation, .headerTooLong: self = .permanent(.broken, reason)
    // A resolver that fails, a missing route and a flood take as long, and fail for the whole host.
    case .connectTimeout, .answerTimeout, .resolverFailed, .unreachable, .keptBusy: self = .timeout(reason)
    case .http2Failed: self = request.onlyHTTP1 ? .transient(reason) : .again(.http1)
    case .cancelled, .notRecorded, .needsProxy: self = .permanent(.unchecked, reason)
    case .connectionRefused, .connectionReset, .handshakeClosed, .proxyFailed, .internalError: self = .transient(reason)
    }
  }
}

/// What a request does otherwise than the first one of its job.
enum RequestChange: Hashable {
  /// GET instead of HEAD.
  case get
  /// No HTTP/2.
  case http1
  case newConnection
  /// No coding of the body is offered, and none is decoded.
  case undecoded
}
