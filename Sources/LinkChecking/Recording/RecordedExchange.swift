internal import HTTP
internal import PageInspection
internal import Source

/// One exchange in a record: the parts that decide about a link, and no secret.
struct RecordedExchange: Hashable, Sendable {
  /// The identity of a request; repetitions have the same.
  struct Key: Hashable, Sendable {
    let method: Request.Method
    /// Without secrets.
    let url: String
    let onlyHTTP1: Bool

    init(_ request: Request) {
      method = request.method
      url = Redaction.record(request.address.url)
      onlyHTTP1 = request.onlyHTTP1
    }

    init(method: Request.Method, url: String, onlyHTTP1: Bool) {
      self.method = method
      self.url = url
      self.onlyHTTP1 = onlyHTTP1
    }
  }

  let key: Key
  /// Whether the URL cannot exist.
  let isProbe: Bool
  /// From the request to its outcome.
  let duration: Duration
  let outcome: Outcome

  init(key: Key, isProbe: Bool = false, duration: Duration, outcome: Outcome) {
    self.key = key
    self.isProbe = isProbe
    self.duration = duration
    self.outcome = outcome
  }

  /// Keeps the parts of an exchange.
  init(_ request: Request, _ outcome: Outcome, duration: Duration) {
    key = Key(request)
    isProbe = request.isProbe
    self.duration = duration
    guard case .answered(let response) = outcome else {
      self.outcome = outcome
      return
    }
    let secrets = Secrets(request)
    var kept = Response(status: response.status)
    kept.headers = response.headers.compactMap { field in
      Self.isNeeded(field.name.lowercased()) ? secrets.hiding(field) : nil
    }
    // Nothing reads a body that is neither a page nor the text of an error.
    let isPage = response.page != nil || !(200..<300).contains(response.status)
    kept.body = isPage ? secrets.hidden(in: response.body) : []
    kept.bodyEnd = response.bodyEnd
    kept.latency = response.latency
    // Only their changes matter.
    kept.cookies = response.cookies.map { String(FNV1a.hash($0), radix: 16) }
    if let anchors = response.page?.anchors, !anchors.isEmpty {
      kept.page = Page()
      kept.page?.anchors = anchors
    }
    self.outcome = .answered(kept)
  }

  private static let needed: Set<String> = BotChallenge.headers.union([
    "location", "content-type", "content-encoding", "retry-after", "date", "x-robots-tag", "ratelimit",
    "refresh", "server", "set-cookie",
  ])

  private static func isNeeded(_ name: String) -> Bool {
    needed.contains(name) || ["ratelimit-", "x-ratelimit-", "x-rate-limit-"].contains { name.hasPrefix($0) }
  }

  /// The outcome for the same request, with the page read from the recorded body.
  func outcome(for request: Request) -> Outcome {
    guard case .answered(var response) = outcome else { return outcome }
    let found = response.page?.anchors ?? []
    response.page = nil
    let hasPage = (200..<300).contains(response.status) && response.status != 204 && response.status != 205
    if hasPage, request.method == .get, response.bodyEnd != .undecodable,
      let reader = request.bodyReader?(request, response)
    {
      response.content = reader.read(response.body)
      response.page?.anchors.formUnion(found)
    }
    return .answered(response)
  }
}
