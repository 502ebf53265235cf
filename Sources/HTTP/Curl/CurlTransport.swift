internal import CCurl

/// HTTP by libcurl: one event loop per core, each with its own connections.
///
/// The loop is chosen by the registrable domain, so that connections to a domain are found again. Redirects are not followed,
/// `.netrc` is not read, and nothing but HTTP is spoken.
public final class CurlTransport: Transport {
  private let settings: CurlSettings
  private let loops: [CurlLoop]
  private let resolver: NameResolver

  /// - Parameter resolver: what turns host names into addresses.
  public init(settings: CurlSettings, resolver: NameResolver = NameResolver()) {
    Self.initializeLibrary
    self.settings = settings
    self.resolver = resolver
    let count = min(max(settings.loops ?? Self.coreCount, 1), 64)
    // Four times what a run has in flight, and at most half of what the process may open, so that the rest is left for everything
    // else. No more: one by TLS takes a tenth of a megabyte, and libcurl looks through all of a full loop whenever a transfer ends.
    let wanted = max(settings.maxInFlight * 4 / count, 128)
    let maxConnections = min(max(DescriptorLimit.raise() / 2 / count, 16), wanted)
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
        // That others were asked for first does not count.
        rest.timeout -= min(clock.now - start, request.connectTimeout)
        submit(rest, proxy: proxy, addresses: addresses, cancellation, completion)
      }
    }
    cancellation.notify(resolution) { task.cancel() }
  }

  /// A question about a name, as far as it can be cancelled.
  private final class Resolution: Sendable {}

  /// The addresses, where nobody has to be asked for them.
  private func knownAddresses(for request: Request, proxy: String?) -> [IPAddress]? {
    guard proxy == nil else { return nil }
    if request.address.ipAddress != nil { return [] }
    guard case .success(let found) = resolver.known(request.address.host), !found.isEmpty else { return nil }
    return found
  }

  /// The addresses to connect to; none where the host is an address itself, or a proxy finds them.
  private func addresses(for request: Request, proxy: String?) async -> Result<[IPAddress], TransportError> {
    if let literal = request.address.ipAddress {
      return proxy == nil || settings.policy.permits(literal) ? .success([]) : .failure(.addressRefused(literal))
    }
    switch await resolver.addresses(of: request.address.host, timeout: request.connectTimeout) {
    case .success(let found):
      // Without an address libcurl would ask the system itself.
      guard !found.isEmpty else { return .failure(.nameNotFound) }
      guard proxy != nil else { return .success(found) }
      // The socket will be the proxy's, so that the host can be judged only here.
      return found.first { !settings.policy.permits($0) }.map { .failure(.addressRefused($0)) } ?? .success([])
    case .failure(.nameNotFound): return .failure(.nameNotFound)
    case .failure(.failed):
      // Where a proxy is the only way out, names may resolve only there. Where others resolve here, a name that does not could be
      // one that means something private to the proxy alone.
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
      CurlOrder(
        request: request, proxy: proxy, addresses: addresses, cancellation: cancellation, completion: completion))
  }

  /// The loop for a host: always the same within a process and between processes.
  private func loop(for host: String) -> CurlLoop {
    loops[Int(FNV.hash(PublicSuffixes.registrableDomain(of: host)) % UInt64(loops.count))]
  }

  /// libcurl's own set-up; with a libcurl since 7.84 it may be called from any thread.
  private static let initializeLibrary: Void = {
    _ = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
  }()
}
