internal import HTTP
internal import PageInspection

extension Request {
  /// The next request of a job.
  ///
  /// - Parameters:
  ///   - target: the job's index.
  ///   - settings: of the job's host.
  ///   - expectation: `nil` where nothing is expected of the page.
  init(
    id: Int, target: Int, job: Job, settings: HostSettings, options: SchedulerOptions, expectation: Expectation?
  ) {
    self.init(
      id: id, target: target, address: job.suspect?.probe ?? job.twin?.address ?? job.chain.address,
      userAgent: settings.userAgent,
      timeout: settings.timeout, connectTimeout: min(settings.connectTimeout, settings.timeout),
      bodyLimit: max(options.bodyLimit, 0))
    onlyHTTP1 = job.changes.contains(.http1)
    onNewConnection = job.changes.contains(.newConnection)
    decodesBody = !job.changes.contains(.undecoded)
    tls = settings.tls
    let isEncryptedTwin = job.twin.map { $0.result.verdict == .ok } ?? false
    isProbe = job.suspect?.probe != nil || (job.twin != nil && !isEncryptedTwin)
    let expected = isProbe ? nil : Expectation.of(job.chain, expectation)
    let anchors = expected?.anchors(at: address) ?? []
    let texts = expected?.texts(at: address) ?? []
    bodyReader = BodyReader.page(anchors: anchors, texts: texts)
    // A probe is a plain request, without cookies or fields for its host.
    if isProbe { return }
    let isCompared = options.comparesHTTPS && (isEncryptedTwin || !address.isSecure)
    let needsBody = isCompared || !anchors.isEmpty || !texts.isEmpty
    method = job.changes.contains(.get) || needsBody ? .get : settings.method
    if !options.headers.isEmpty { headers = options.headers[Origin(address)] ?? [] }
    cookies = job.chain.cookies
    // A version is that of the address as it is written, and says nothing of what redirects lead to.
    if job.twin == nil, job.suspect == nil, job.chain.hops.isEmpty, method == .get, !isCompared {
      headers += expectation?.usableValidator?.headers ?? []
    }
  }
}
