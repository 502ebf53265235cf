internal import CCurl
internal import Synchronization

/// HTTP by libcurl: one event loop per core, each with its own connections.
///
/// The loop is chosen by the registrable domain, so that connections to a domain are found again. Redirects are not followed,
/// `.netrc` is not read, and nothing but HTTP is spoken.
public final class CurlTransport: Transport {
  private let settings: CurlSettings
  private let loops: [CurlLoop]
  private let resolver: NameResolver
  private let lastOrder = Atomic(0)

  /// - Parameter resolver: what turns host names into addresses.
  public init(settings: CurlSettings, resolver: NameResolver = NameResolver()) {
    Self.initializeLibrary
    self.settings = settings
    self.resolver = resolver
    let count = min(max(settings.loops ?? Self.coreCount, 1), 64)
    // More than any run has in flight, and half of what the process may open, so that the rest is left for everything else.
    let maxConnections = min(max(DescriptorLimit.raise() / 2 / count, 16), 512)
    loops = (0..<count).map { _ in CurlLoop(settings: settings, maxConnections: maxConnections) }
  }

  deinit {
    for loop in loops { loop.close() }
  }

  public func send(_ request: Request) async -> Outcome {
    let clock = ContinuousClock()
    let start = clock.now
    let proxy = settings.proxies.proxy(for: request.address)
    switch await addresses(for: request, proxy: proxy) {
    case .failure(let error): return .failed(error)
    case .success(let addresses):
      var rest = request
      rest.timeout -= clock.now - start
      return await perform(rest, proxy: proxy, addresses: addresses)
    }
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

  private func perform(_ request: Request, proxy: String?, addresses: [IPAddress]) async -> Outcome {
    let loop = loop(for: request.address.host)
    let id = lastOrder.add(1, ordering: .relaxed).newValue
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        loop.submit(
          CurlOrder(id: id, request: request, proxy: proxy, addresses: addresses) { continuation.resume(returning: $0) }
        )
      }
    } onCancel: {
      loop.cancel(id)
    }
    loop.forget(id)
    return outcome
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
