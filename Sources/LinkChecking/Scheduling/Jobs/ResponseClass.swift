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
  /// 429, or 503 with `Retry-After`: the host limits our rate.
  case throttled
  /// No answer after a long wait; the whole host may be silent.
  case timeout(String)
  /// The request must be sent again with GET.
  case needsGet
  /// The request must be sent again without HTTP/2.
  case needsHTTP1

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
    case 200...299, 300, 304: self = .success
    case 405 where request.method == .head, 501 where request.method == .head: self = .needsGet
    case 404, 410: self = .permanent(.gone, reason)
    case 401, 403, 451, 999: self = .permanent(.blocked, reason)
    case 429: self = .throttled
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
    case .tls, .protocolViolation, .headerTooLong: self = .permanent(.broken, reason)
    // A resolver that fails and a missing route take as long, and fail for the whole host.
    case .connectTimeout, .answerTimeout, .resolverFailed, .unreachable: self = .timeout(reason)
    case .http2Failed: self = request.onlyHTTP1 ? .transient(reason) : .needsHTTP1
    case .cancelled, .notRecorded: self = .permanent(.unchecked, reason)
    case .connectionRefused, .connectionReset, .proxyFailed, .internalError: self = .transient(reason)
    }
  }
}
