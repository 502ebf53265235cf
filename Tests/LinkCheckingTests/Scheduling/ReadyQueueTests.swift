import Testing

@testable import LinkChecking

@Suite struct ReadyQueueTests {
  static func queue(domains: Int, hosts: Int) -> ReadyQueue {
    var queue = ReadyQueue()
    for _ in 0..<domains { queue.addDomain() }
    for _ in 0..<hosts { queue.addHost() }
    return queue
  }

  @Test func hostsOfADomainTakeTurns() {
    var queue = Self.queue(domains: 2, hosts: 3)
    #expect(!queue.hasHosts(in: 0))
    for host in [2, 0] { queue.append(host: host, in: 0) }
    queue.append(host: 1, in: 1)
    #expect(queue.hasHosts(in: 0) && queue.contains(host: 2))
    #expect(queue.popHost(in: 0) == 2)
    #expect(!queue.contains(host: 2))
    queue.append(host: 2, in: 0)
    #expect((0..<3).map { _ in queue.popHost(in: 0) } == [0, 2, nil])
    #expect(queue.popHost(in: 1) == 1)
  }

  @Test func aHostIsInItsRingOnce() {
    var queue = Self.queue(domains: 1, hosts: 1)
    queue.append(host: 0, in: 0)
    queue.append(host: 0, in: 0)
    #expect(queue.popHost(in: 0) == 0)
    #expect(queue.popHost(in: 0) == nil)
  }

  @Test func domainsOfAPriorityTakeTurns() {
    var queue = Self.queue(domains: 3, hosts: 0)
    for domain in [1, 0, 2] { queue.append(domain: domain, .fresh) }
    #expect(queue.popDomain() == 1)
    queue.append(domain: 1, .fresh)
    #expect((0..<4).map { _ in queue.popDomain() } == [0, 2, 1, nil])
  }

  @Test func higherPrioritiesGoFirst() {
    var queue = Self.queue(domains: 4, hosts: 0)
    for (domain, priority) in ReadyQueue.Priority.allCases.reversed().enumerated() {
      queue.append(domain: domain, priority)
    }
    #expect(ReadyQueue.Priority.allCases == [.urgent, .idle, .fresh, .busy])
    #expect((0..<5).map { _ in queue.popDomain() } == [3, 2, 1, 0, nil])
  }

  @Test func aDomainMovesUpButNotDown() {
    var queue = Self.queue(domains: 2, hosts: 0)
    queue.append(domain: 0, .busy)
    queue.append(domain: 1, .fresh)
    queue.append(domain: 0, .idle)
    queue.append(domain: 0, .busy)
    #expect((0..<3).map { _ in queue.popDomain() } == [0, 1, nil])
    // Its old turn is gone, and it may have a new one.
    queue.append(domain: 0, .busy)
    #expect(queue.popDomain() == 0)
  }

  @Test func nothingIsLeftAfterAllIsRemoved() {
    var queue = Self.queue(domains: 1, hosts: 1)
    queue.append(host: 0, in: 0)
    queue.append(domain: 0, .urgent)
    queue.removeAll()
    #expect(queue.popDomain() == nil && queue.popHost(in: 0) == nil && !queue.contains(host: 0))
    queue.append(domain: 0, .busy)
    #expect(queue.popDomain() == 0)
  }
}
