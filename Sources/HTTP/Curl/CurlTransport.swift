internal import CCurl
internal import Source

/// HTTP by libcurl: one event loop per core, each with its own connections.
///
/// The registrable domain decides the loop, so that connections to a domain are reused. The transport follows no redirect, reads no
/// `.netrc` and speaks no protocol but HTTP.
public final class CurlTransport: Transport {
  private let settings: CurlSettings
  private let loops: [CurlLoop]
  private let resolver: NameResolver
  private let isClosed = Locked(false)
  private let resolvesHere = Locked<Bool?>(nil)

  /// - Parameter resolver: resolves host names to addresses.
  public init(settings: CurlSettings, resolver: NameResolver = NameResolver()) {
    Self.initializeLibrary
    self.settings = settings
    self.resolver = resolver
    let count = min(max(settings.loops ?? SystemLimits.cores, 1), 64)
    // Four times the requests in flight, and at most half of the files that the process may open. Not more: a TLS connection takes a
    // tenth of a megabyte, and libcurl searches all of a full loop whenever a transfer ends.
    let wanted = max(settings.maxInFlight * 4 / count, 128)
    let maxConnections = min(max(SystemLimits.raiseDescriptors() / 2 / count, 16), wanted)
    loops = (0..<count).map { _ in CurlLoop(settings: settings, maxConnections: maxConnections) }
    // A separate thread, as tasks may have to wait. Without it a hostile server can only take more time.
    let watches = loops.map(\.watch)
    _ = SystemThread.start { [isClosed] in SocketWatch.look(at: watches) { isClosed.withLock { $0 } } }
  }

  deinit {
    isClosed.withLock { $0 = true }
    for loop in loops { loop.close() }
  }

  public func send(
    _ request: Request, under cancellation: Cancellation, completion: @escaping @Sendable (Outcome) -> Void
  ) {
    let proxy = settings.proxies.proxy(for: request.address)
    if let addresses = knownAddresses(for: request, proxy: proxy) {
      submit(request, proxy: proxy, addresses: addresses, cancellation, completion)
      return
    }
    let resolution = Resolution()
    let task = Task {
      let clock = ContinuousClock()
      let start = clock.now
      let result = await addresses(for: request, proxy: proxy)
      cancellation.forget(resolution)
      switch result {
      case .failure(let error): completion(.failed(error))
      case .success(let addresses):
        var rest = request
        // The wait for other names does not count.
        rest.timeout -= min(clock.now - start, request.connectTimeout)
        submit(rest, proxy: proxy, addresses: addresses, cancellation, completion)
      }
    }
    cancellation.notify(resolution) { task.cancel() }
  }

  /// The owner of a resolution's cancellation handler.
  private final class Resolution: Sendable {}

  /// The addresses, if they are known without a resolution.
  private func knownAddresses(for request: Request, proxy: String?) -> [IPAddress]? {
    guard proxy == nil else { return nil }
    if request.address.ipAddress != nil { return [] }
    guard case .success(let found) = resolver.known(request.address.host), !found.isEmpty else { return nil }
    return found
  }

  /// The addresses to connect to; empty where the host is an address, or a proxy resolves it.
  private func addresses(for request: Request, proxy: String?) async -> Result<[IPAddress], TransportError> {
    let host = request.address.host
    if let literal = request.address.ipAddress {
      return proxy == nil || settings.policy.permits(literal) ? .success([]) : .failure(.addressRefused(literal))
    }
    guard let proxy else {
      return ProxySettings.needsProxy(host) ? .failure(.needsProxy) : await resolve(request)
    }
    // A name for the machine itself is refused like its address (RFC 6761, section 6.3), whoever resolves it.
    if host == "localhost" || host.hasSuffix(".localhost"), let own = IPAddress("127.0.0.1") {
      return settings.policy.permits(own) ? .success([]) : .failure(.addressRefused(own))
    }
    switch ProxySettings.resolution(of: host, by: proxy) {
    case .proxy: return .success([])
    case .here: return ProxySettings.needsProxy(host) ? .failure(.needsProxy) : await permitted(request)
    case .proxyUnlessHere:
      guard await namesResolveHere(request) else { return .success([]) }
      // The proxy resolves the name again.
      return await permitted(request).map { _ in [] }
    }
  }

  /// The addresses of a host, by our own resolver.
  private func resolve(_ request: Request) async -> Result<[IPAddress], TransportError> {
    switch await resolver.addresses(of: request.address.host, timeout: request.connectTimeout) {
    // Without an address libcurl would resolve the name itself.
    case .success(let found): found.isEmpty ? .failure(.nameNotFound) : .success(found)
    case .failure(.nameNotFound): .failure(.nameNotFound)
    case .failure(.failed): .failure(.resolverFailed)
    case .failure(.cancelled): .failure(.cancelled)
    }
  }

  /// The same, where the policy permits all of them: behind a proxy the socket is connected to the proxy, so its address is not the host's.
  private func permitted(_ request: Request) async -> Result<[IPAddress], TransportError> {
    await resolve(request).flatMap { found in
      found.first { !settings.policy.permits($0) }.map { .failure(.addressRefused($0)) } ?? .success(found)
    }
  }

  /// Whether a control name resolves here; the answer is kept, as a resolver that does not answer takes long each time.
  private func namesResolveHere(_ request: Request) async -> Bool {
    if settings.controlNames.isEmpty { return true }
    if let known = resolvesHere.withLock({ $0 }) { return known }
    let answer = await resolver.resolvesAny(of: settings.controlNames, timeout: request.connectTimeout)
    // A cancelled question has no answer.
    if !Task.isCancelled { resolvesHere.withLock { $0 = answer } }
    return answer
  }

  private func submit(
    _ request: Request, proxy: String?, addresses: [IPAddress], _ cancellation: Cancellation,
    _ completion: @escaping @Sendable (Outcome) -> Void
  ) {
    loop(for: request.address.host).submit(
      PendingTransfer(
        request: request, proxy: proxy, addresses: addresses, cancellation: cancellation, completion: completion))
  }

  /// The loop for a host: the same in every process.
  private func loop(for host: String) -> CurlLoop {
    loops[Int(FNV1a.hash(PublicSuffixes.registrableDomain(of: host)) % UInt64(loops.count))]
  }

  /// Initializes libcurl; since 7.84 any thread may do so.
  private static let initializeLibrary: Void = {
    _ = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
  }()
}
