internal import HTTP
internal import PageInspection

/// What one outcome means, before it is known how often the target was tried.
enum Judgement: Hashable, Sendable {
  /// It answers as it should.
  case works
  case redirect(isPermanent: Bool, location: String?)
  /// Nothing will change this.
  case final(Verdict, String)
  /// It may work later.
  case passing(String)
  /// The host asks us to slow down.
  case throttled
  /// Nothing came at all, and for long.
  case silent(String)
  /// The same with GET.
  case needsGet
  /// The same without HTTP/2.
  case needsHTTP1

  init(_ outcome: Outcome, of request: Request, accepted: StatusSet) {
    switch outcome {
    case .answered(let response): self.init(response, of: request, accepted: accepted)
    case .failed(let error): self.init(error, of: request)
    }
  }

  private init(_ response: Response, of request: Request, accepted: StatusSet) {
    let status = response.status
    // A page that answers as it should is still looked at.
    if accepted.contains(status), !(200...299).contains(status) {
      self = .works
      return
    }
    var reason: String { HTTPStatus.phrase(status) }
    if let challenge = BotChallenge.sender(of: response) {
      self = .final(.blocked, "\(reason), from \(challenge.name)")
      return
    }
    var asksToWait: Bool { response.headers.first("retry-after") != nil }
    switch status {
    case 301, 308: self = .redirect(isPermanent: true, location: response.headers.first("location"))
    case 302, 303, 307: self = .redirect(isPermanent: false, location: response.headers.first("location"))
    case 200...299, 300, 304: self = .works
    case 405 where request.method == .head, 501 where request.method == .head: self = .needsGet
    case 404, 410: self = .final(.gone, reason)
    case 401, 403, 451, 999: self = .final(.blocked, reason)
    case 429: self = .throttled
    case 503 where asksToWait: self = .throttled
    // A 407 is the proxy's, and says nothing about the link.
    case 407, 408, 425, 500...599: self = .passing(reason)
    default: self = .final(.broken, reason)
    }
  }

  private init(_ error: TransportError, of request: Request) {
    let reason = error.description
    switch error {
    case .nameNotFound: self = .final(.gone, reason)
    case .addressRefused: self = .final(.refused, reason)
    case .tls, .protocolViolation, .headerTooLong: self = .final(.broken, reason)
    // A name that does not resolve and a way that nobody knows take as long to fail, and fail for the whole host.
    case .connectTimeout, .answerTimeout, .resolverFailed, .unreachable: self = .silent(reason)
    case .http2Failed: self = request.onlyHTTP1 ? .passing(reason) : .needsHTTP1
    case .cancelled, .notRecorded: self = .final(.unchecked, reason)
    case .connectionRefused, .connectionReset, .proxyFailed, .internalError: self = .passing(reason)
    }
  }
}
