internal import HTTP
internal import PageInspection
internal import DequeModule

extension Scheduler {
  /// Puts a target into its host's queue.
  mutating func enqueue(_ index: Int, first: Bool = false, asProbe: Bool = false, now: Duration) {
    let host = jobs[index].host
    jobs[index].state = .queued
    switch hosts[host].health {
    case .givenUp(let reason):
      if jobs[index].doubt == nil { conclude(index, .transient, reason) } else { giveUpControl(index) }
      return
    case .silent where !asProbe, .probing where !asProbe:
      park(index)
      return
    case .open, .silent, .probing: break
    }
    if first || asProbe { hosts[host].ready.prepend(index) } else { hosts[host].ready.append(index) }
    list(host, now: now)
  }

  /// Lets a target wait outside all queues until its host's probe has been answered.
  mutating func park(_ index: Int) {
    jobs[index].state = .parked
    active -= 1
    hosts[jobs[index].host].parked.append(index)
  }

  /// Gives a host its turn if it has something ready and may be asked, else a timer for when it may.
  mutating func list(_ host: Int, now: Duration) {
    guard !hosts[host].isListed, !hosts[host].ready.isEmpty, !hosts[host].seemsSilent else { return }
    guard hosts[host].startsAt <= now else {
      guard !hosts[host].hasTimer else { return }
      hosts[host].hasTimer = true
      timers.insert(.host(host), at: hosts[host].startsAt)
      return
    }
    hosts[host].isListed = true
    domains[hosts[host].domain].ring.append(host)
    list(domain: hosts[host].domain)
  }

  mutating func list(domain: Int) {
    guard domains[domain].hasRoom, !domains[domain].ring.isEmpty else { return }
    let turn: Turns.Kind
    if isUrgent(domain) {
      turn = .urgent
    } else if domains[domain].hasBegun {
      turn = domains[domain].inFlight == 0 ? .idle : .busy
    } else {
      turn = .fresh
    }
    // One that stands further back moves up.
    if let current = domains[domain].turn, current <= turn { return }
    domains[domain].turn = turn
    turns.append(domain, turn)
  }

  /// Whether the run may end later for what is left of this domain: with all the requests that it bears, it would take at least
  /// half the time that all slots need for everything that is left.
  private func isUrgent(_ domain: Int) -> Bool {
    guard latency > .zero else { return false }
    let own = domains[domain].latency > .zero ? domains[domain].latency / .seconds(1) : latency / .seconds(1)
    let ownTime = Double(domains[domain].remaining) * own / Double(domains[domain].ceiling)
    let wholeTime = Double(jobs.count - concluded) * (latency / .seconds(1)) / Double(max(options.maxInFlight, 1))
    return ownTime * 2 >= wholeTime
  }

  mutating func fireTimers(now: Duration) {
    while let event = timers.pop(now: now) {
      switch event {
      case .job(let index):
        if jobs[index].state == .waiting { enqueue(index, now: now) }
      case .host(let host):
        hosts[host].hasTimer = false
        list(host, now: now)
      }
    }
  }

  /// Starts what may start, domains taking turns.
  mutating func startReady(now: Duration) -> [Request] {
    var requests: [Request] = []
    let limit = max(options.maxInFlight, 1)
    while inFlight < limit, let (domain, turn) = turns.popFirst() {
      guard domains[domain].turn == turn else { continue }
      domains[domain].turn = nil
      guard domains[domain].hasRoom, let host = domains[domain].ring.popFirst() else { continue }
      hosts[host].isListed = false
      // A host that was told to wait since it was listed, or whose targets were given up, gets no turn.
      if hosts[host].startsAt <= now, !hosts[host].seemsSilent, let index = hosts[host].ready.popFirst() {
        requests.append(start(index, now: now))
      }
      list(host, now: now)
      list(domain: domain)
    }
    return requests
  }

  private mutating func start(_ index: Int, now: Duration) -> Request {
    let host = jobs[index].host
    let settings = hosts[host].settings
    lastRequest += 1
    inFlight += 1
    domains[hosts[host].domain].inFlight += 1
    domains[hosts[host].domain].hasBegun = true
    hosts[host].inFlight += 1
    hosts[host].pace.started(now: now)
    hosts[host].statistics.requests += 1
    hosts[host].statistics.peakInFlight = max(hosts[host].statistics.peakInFlight, hosts[host].inFlight)
    if jobs[index].isNewTry { jobs[index].attempts += 1 }
    jobs[index].isNewTry = false
    jobs[index].startedAt = now
    jobs[index].state = .inFlight(lastRequest)
    var request = Request(
      id: lastRequest, target: index, address: jobs[index].address, userAgent: settings.userAgent,
      timeout: settings.timeout, connectTimeout: min(settings.connectTimeout, settings.timeout),
      bodyLimit: max(options.bodyLimit, 0))
    if let control = jobs[index].doubt?.control {
      request.address = control
      request.isControl = true
      request.bodyReader = BodyReader.page(anchors: [])
      request.onlyHTTP1 = jobs[index].onlyHTTP1
      request.tls = settings.tls
      return request
    }
    let anchors = anchors(index)
    request.bodyReader = BodyReader.page(anchors: anchors)
    request.method = jobs[index].needsGet || !anchors.isEmpty ? .get : settings.method
    request.onlyHTTP1 = jobs[index].onlyHTTP1
    if !options.headers.isEmpty { request.headers = options.headers[Origin(request.address)] ?? [] }
    request.tls = settings.tls
    request.cookies = jobs[index].cookies
    return request
  }
}
