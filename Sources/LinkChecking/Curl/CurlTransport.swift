internal import CCurl
internal import Synchronization

/// HTTP by libcurl: one event loop per core, each with its own connections.
///
/// The loop is chosen by the registrable domain, so that connections to a domain are found again. Redirects are not followed,
/// `.netrc` and the environment's proxies are not used, and nothing but HTTP is spoken.
public final class CurlTransport: Transport {
  private let loops: [CurlLoop]
  private let resolver: NameResolver
  private let lastOrder = Atomic(0)

  /// - Parameter resolver: what turns host names into addresses.
  public init(settings: CurlSettings, resolver: NameResolver = NameResolver()) {
    Self.initializeLibrary
    self.resolver = resolver
    let count = min(max(settings.loops ?? Self.coreCount, 1), 64)
    loops = (0..<count).map { _ in CurlLoop(settings: settings) }
  }

  deinit {
    for loop in loops { loop.close() }
  }

  public func send(_ request: Request) async -> Outcome {
    var addresses: [IPAddress] = []
    if request.address.ipAddress == nil {
      switch await resolver.addresses(of: request.address.host, timeout: request.connectTimeout) {
      case .success(let found): addresses = found
      case .failure(.nameNotFound): return .failed(.nameNotFound)
      case .failure(.failed): return .failed(.resolverFailed)
      case .failure(.cancelled): return .failed(.cancelled)
      }
    }
    let loop = loop(for: request.address.host)
    let id = lastOrder.add(1, ordering: .relaxed).newValue
    let known = addresses
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        loop.submit(CurlOrder(id: id, request: request, addresses: known) { continuation.resume(returning: $0) })
      }
    } onCancel: {
      loop.cancel(id)
    }
    loop.forget(id)
    return outcome
  }

  /// The loop for a host: always the same within a process and between processes.
  private func loop(for host: String) -> CurlLoop {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in PublicSuffixes.registrableDomain(of: host).utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return loops[Int(hash % UInt64(loops.count))]
  }

  /// libcurl's own set-up; with a libcurl since 7.84 it may be called from any thread.
  private static let initializeLibrary: Void = {
    _ = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
  }()
}
