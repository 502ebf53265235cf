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
  }

  deinit {
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
    if let literal = request.address.ipAddress {
      return proxy == nil || settings.policy.permits(literal) ? .success([]) : .failure(.addressRefused(literal))
    }
    switch await resolver.addresses(of: request.address.host, timeout: request.connectTimeout) {
    case .success(let found):
      // Without an address libcurl would resolve the name itself.
      guard !found.isEmpty else { return .failure(.nameNotFound) }
      guard proxy != nil else { return .success(found) }
      // The socket will be the proxy's, so the host's address can be checked only here.
      return found.first { !settings.policy.permits($0) }.map { .failure(.addressRefused($0)) } ?? .success([])
    case .failure(.nameNotFound): return .failure(.nameNotFound)
    case .failure(.failed):
      // Behind a proxy names may resolve only there. But if other names resolve here, a name that does not may be private to the proxy.
      guard proxy != nil, !settings.controlNames.isEmpty else { return .failure(.resolverFailed) }
      let isUsual = await resolver.resolvesAny(of: settings.controlNames, timeout: request.connectTimeout)
      return isUsual ? .failure(.resolverFailed) : .success([])
    case .failure(.cancelled): return .failure(.cancelled)
    }
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
