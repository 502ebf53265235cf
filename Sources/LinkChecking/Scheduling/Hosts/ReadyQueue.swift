internal import DequeModule

/// A ready queue in two levels of round-robin: the domains that may send a request, and in each the hosts that have one ready.
///
/// A domain's links are requested together, one after the other on one connection. A second connection to a domain is worth its set-up
/// only once no other domain waits for its first, or where the run would end later without it: hence the priorities.
struct ReadyQueue {
  /// Domains of the first priority that has any go first.
  enum Priority: Int, Comparable, CaseIterable {
    /// The run ends with this domain.
    case urgent
    /// The domain was requested before, and its connection is idle.
    case idle
    /// The domain was never requested.
    case fresh
    /// The domain has requests in flight, and room for more.
    case busy

    static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
  }

  private struct Domain {
    var hosts = Deque<Int>()
    var priority: Priority?
  }

  private var domains: [Domain] = []
  /// For each host whether it is in its domain's ring.
  private var isListed: [Bool] = []
  private var rings: [Deque<Int>] = Array(repeating: [], count: Priority.allCases.count)

  /// Adds a domain without hosts; its number is that of the domains before it.
  mutating func addDomain() {
    domains.append(Domain())
  }

  /// Adds a host; its number is that of the hosts before it.
  mutating func addHost() {
    isListed.append(false)
  }

  func contains(host: Int) -> Bool { isListed[host] }

  func hasHosts(in domain: Int) -> Bool { !domains[domain].hosts.isEmpty }

  /// Puts a host at the end of its domain's ring, unless it is in it.
  mutating func append(host: Int, in domain: Int) {
    guard !isListed[host] else { return }
    isListed[host] = true
    domains[domain].hosts.append(host)
  }

  mutating func popHost(in domain: Int) -> Int? {
    guard let host = domains[domain].hosts.popFirst() else { return nil }
    isListed[host] = false
    return host
  }

  /// Puts a domain at the end of the ring of a priority, unless it is in one of that priority or a higher.
  mutating func append(domain: Int, _ priority: Priority) {
    if let current = domains[domain].priority, current <= priority { return }
    domains[domain].priority = priority
    rings[priority.rawValue].append(domain)
  }

  mutating func popDomain() -> Int? {
    for priority in Priority.allCases {
      while let domain = rings[priority.rawValue].popFirst() {
        // A domain that moved up since is still in its old ring.
        guard domains[domain].priority == priority else { continue }
        domains[domain].priority = nil
        return domain
      }
    }
    return nil
  }

  mutating func removeAll() {
    for index in domains.indices { domains[index] = Domain() }
    for index in isListed.indices { isListed[index] = false }
    for index in rings.indices { rings[index] = [] }
  }
}
