internal import DequeModule

/// Host names to addresses: each is asked once, off the event loops, and its answer kept for a minute.
public final class NameResolver: Sendable {
  /// The addresses of a host name; may block.
  public typealias LookUp = @Sendable (String) -> Result<[IPAddress], ResolutionError>

  private struct Waiter {
    let id: Int
    let continuation: CheckedContinuation<Result<[IPAddress], ResolutionError>, Never>
  }

  private struct State {
    var answers: [String: (result: Result<[IPAddress], ResolutionError>, time: ContinuousClock.Instant)] = [:]
    var waiters: [String: [Waiter]] = [:]
    var queue = Deque<String>()
    var threads = 0
    var lastID = 0
    var cancelled: Set<Int> = []
  }

  private let lookUp: LookUp
  private let lifetime: Duration
  private let maxThreads = 32
  private let state = Guarded(State())

  /// - Parameters:
  ///   - lifetime: how long an answer is kept.
  ///   - lookUp: what is asked; `nil` for the system's resolver (`getaddrinfo`).
  public init(lifetime: Duration = .seconds(60), lookUp: LookUp? = nil) {
    self.lifetime = lifetime
    self.lookUp = lookUp ?? SystemResolver.lookUp
  }

  /// The addresses of a host name, which is in ASCII and lower case.
  ///
  /// - Parameter timeout: after it the answer is `.failed`, while the question goes on for those who ask later.
  public func addresses(of host: String, timeout: Duration) async -> Result<[IPAddress], ResolutionError> {
    if let known = known(host) { return known }
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    let timer = Task {
      try await Task.sleep(for: timeout)
      self.end(id, of: host, .failed)
    }
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { self.wait(Waiter(id: id, continuation: $0), for: host) }
    } onCancel: {
      self.end(id, of: host, .cancelled)
    }
    timer.cancel()
    state.withLock { _ = $0.cancelled.remove(id) }
    return result
  }

  /// Whether one of these names has an address; they are asked one after the other.
  public func resolvesAny(of hosts: [String], timeout: Duration) async -> Bool {
    for host in hosts {
      if case .success = await addresses(of: host, timeout: timeout) { return true }
    }
    return false
  }

  /// The answer that is kept for a host name, which is in ASCII and lower case.
  func known(_ host: String) -> Result<[IPAddress], ResolutionError>? {
    state.withLock { state in
      guard let answer = state.answers[host], ContinuousClock.now - answer.time < lifetime else { return nil }
      return answer.result
    }
  }

  private func wait(_ waiter: Waiter, for host: String) {
    let needsThread = state.withLock { state in
      if state.cancelled.contains(waiter.id) {
        waiter.continuation.resume(returning: .failure(.cancelled))
        return false
      }
      // The answer may have come since it was looked for.
      if let answer = state.answers[host], ContinuousClock.now - answer.time < lifetime {
        waiter.continuation.resume(returning: answer.result)
        return false
      }
      let isFirst = state.waiters[host] == nil
      state.waiters[host, default: []].append(waiter)
      guard isFirst else { return false }
      state.queue.append(host)
      guard state.threads < maxThreads else { return false }
      state.threads += 1
      return true
    }
    guard needsThread, !SystemThread.start({ self.work() }) else { return }
    state.withLock { $0.threads -= 1 }
    finish(host, .failure(.failed), isAnswer: false)
  }

  /// Ends one wait; where the waiter did not come yet, it will find that it need not.
  private func end(_ id: Int, of host: String, _ error: ResolutionError) {
    let waiter = state.withLock { state -> Waiter? in
      guard let position = state.waiters[host]?.firstIndex(where: { $0.id == id }) else {
        state.cancelled.insert(id)
        return nil
      }
      return state.waiters[host]?.remove(at: position)
    }
    waiter?.continuation.resume(returning: .failure(error))
  }

  /// A thread's life: it asks as long as there are names, then ends.
  private func work() {
    while let host = nextName() {
      finish(host, lookUp(host), isAnswer: true)
    }
  }

  private func nextName() -> String? {
    state.withLock { state in
      let host = state.queue.popFirst()
      if host == nil { state.threads -= 1 }
      return host
    }
  }

  private func finish(_ host: String, _ result: Result<[IPAddress], ResolutionError>, isAnswer: Bool) {
    let waiters = state.withLock { state in
      // A failure is passing: the next one who asks may have more luck.
      if isAnswer, result != .failure(.failed) { state.answers[host] = (result, .now) }
      return state.waiters.removeValue(forKey: host) ?? []
    }
    for waiter in waiters { waiter.continuation.resume(returning: result) }
  }
}
