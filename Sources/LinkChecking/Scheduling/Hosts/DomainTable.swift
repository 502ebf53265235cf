internal import DequeModule
internal import HTTP

/// The registrable domains of a run and the providers that some of them share, each with a concurrency window; all are indices.
struct DomainTable {
  /// The requests to a domain, or to all domains of one provider.
  struct Load {
    var window = ConcurrencyWindow()
    /// Its jobs without a result.
    var remaining = 0
  }

  private struct Domain {
    var load = Load()
    /// The provider whose servers the domain shares with others.
    let provider: Int?
    /// Whether it waits for room in its provider's window.
    var isWaiting = false
  }

  private struct Provider {
    var load = Load()
    /// The domains that had their turn while the window was full.
    var waiting = Deque<Int>()
  }

  private let options: SchedulerOptions
  private var domains: [Domain] = []
  private var providers: [Provider] = []
  private var domainIndices: [String: Int] = [:]
  private var providerIndices: [String: Int] = [:]

  init(options: SchedulerOptions) {
    self.options = options
  }

  /// The load of a domain only.
  subscript(domain: Int) -> Load { domains[domain].load }

  /// The load of a domain's provider.
  func provider(of domain: Int) -> Load? { domains[domain].provider.map { providers[$0].load } }

  /// The domain of an address, with the settings of its host taken into account.
  ///
  /// - Returns: the domain, and whether it is new.
  mutating func add(_ address: WebAddress, _ settings: HostSettings) -> (domain: Int, isNew: Bool) {
    let name = address.ipAddress == nil ? PublicSuffixes.registrableDomain(of: address.host) : address.host
    let domain = domainIndices[name] ?? domains.count
    let isNew = domain == domains.count
    if isNew {
      domains.append(Domain(provider: addProvider(of: address)))
      domainIndices[name] = domain
    }
    domains[domain].load.window.lower(ceiling: settings.perHost)
    return (domain, isNew)
  }

  private mutating func addProvider(of address: WebAddress) -> Int? {
    guard let name = PublicSuffixes.provider(of: address.host) else { return nil }
    if let known = providerIndices[name] { return known }
    var provider = Provider()
    provider.load.window.lower(ceiling: options.host.perHost)
    providers.append(provider)
    providerIndices[name] = providers.count - 1
    return providers.count - 1
  }

  /// Changes the load of a domain, and of its provider.
  mutating func update(_ domain: Int, _ change: (inout Load) -> Void) {
    change(&domains[domain].load)
    if let provider = domains[domain].provider { change(&providers[provider].load) }
  }

  /// Takes the time to the first byte of an answer. The hosts of a provider differ, so that it shows nothing about the provider.
  mutating func answered(_ domain: Int, after latency: Duration, startedAt: Duration, now: Duration) {
    domains[domain].load.window.answered(after: latency, startedAt: startedAt, now: now)
    if let provider = domains[domain].provider { providers[provider].load.window.answered(startedAt: startedAt) }
  }

  /// Whether a request to a domain may start.
  func hasRoom(_ domain: Int) -> Bool {
    domains[domain].load.window.hasRoom && (provider(of: domain)?.window.hasRoom ?? true)
  }

  /// Lets a domain wait if its provider's window is full.
  ///
  /// - Returns: whether it waits.
  mutating func waits(_ domain: Int) -> Bool {
    guard let provider = domains[domain].provider, !providers[provider].load.window.hasRoom else { return false }
    if !domains[domain].isWaiting { providers[provider].waiting.append(domain) }
    domains[domain].isWaiting = true
    return true
  }

  /// The domains that waited for a request to this domain's provider and may go on, as many as there is room for.
  ///
  /// - Parameter isReady: whether a domain has a host with a job ready.
  mutating func awake(_ domain: Int, where isReady: (Int) -> Bool) -> [Int] {
    guard let provider = domains[domain].provider, !providers[provider].waiting.isEmpty else { return [] }
    let window = providers[provider].load.window
    var woken: [Int] = []
    while woken.count < window.size - window.inFlight, let next = providers[provider].waiting.popFirst() {
      domains[next].isWaiting = false
      if isReady(next), domains[next].load.window.hasRoom { woken.append(next) }
    }
    return woken
  }

  /// Forgets which domains wait.
  mutating func wakeAll() {
    for index in providers.indices { providers[index].waiting = [] }
    for index in domains.indices { domains[index].isWaiting = false }
  }
}
