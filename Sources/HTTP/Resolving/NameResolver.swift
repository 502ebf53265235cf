/// Resolves host names off the event loops: concurrent questions about a name are one, and its answer is kept for a minute.
public final class NameResolver: Sendable {
  /// The addresses of a host name; may block.
  public typealias LookUp = @Sendable (String) -> Result<[IPAddress], ResolutionError>

  private struct Waiter {
    let id: Int
    let timeout: Duration
    let continuation: CheckedContinuation<Result<[IPAddress], ResolutionError>, Never>
  }

  private struct Question {
    var waiters: [Waiter] = []
    /// Whether a thread resolves it; until then no time-out runs.
    var isStarted = false
  }

  private struct State {
    var answers: [String: (result: Result<[IPAddress], ResolutionError>, time: ContinuousClock.Instant)] = [:]
    var questions: [String: Question] = [:]
    /// By waiter.
    var timers: [Int: Task<Void, any Error>] = [:]
    var queue: [String] = []
    var threads = 0
    var lastID = 0
    var cancelled: Set<Int> = []
  }

  private let lookUp: LookUp
  private let lifetime: Duration
  /// As many as there are requests in flight: a name whose servers are silent keeps a thread for ten seconds and more.
  private let maxThreads = 256
  private let state = Locked(State())

  /// - Parameters:
  ///   - lifetime: the time for which an answer is kept.
  ///   - lookUp: `nil` for the system's resolver (`getaddrinfo`).
  public init(lifetime: Duration = .seconds(60), lookUp: LookUp? = nil) {
    self.lifetime = lifetime
    self.lookUp = lookUp ?? SystemResolver.lookUp
  }

  /// The addresses of a host name, which is in ASCII and lower case.
  ///
  /// - Parameter timeout: the time, from the start of the resolution, after which this returns `.failed`; the resolution itself
  ///   continues for later callers.
  public func addresses(of host: String, timeout: Duration) async -> Result<[IPAddress], ResolutionError> {
    if let known = known(host) { return known }
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { self.wait(Waiter(id: id, timeout: timeout, continuation: $0), for: host) }
    } onCancel: {
      self.end(id, of: host, .cancelled)
    }
    let timer = state.withLock { state in
      state.cancelled.remove(id)
      return state.timers.removeValue(forKey: id)
    }
    timer?.cancel()
    return result
  }

  /// Whether one of these names has an address; all are resolved at once.
  public func resolvesAny(of hosts: [String], timeout: Duration) async -> Bool {
    await withTaskGroup(of: Bool.self) { group in
      for host in hosts {
        group.addTask { (try? await self.addresses(of: host, timeout: timeout).get()) != nil }
      }
      defer { group.cancelAll() }
      return await group.contains(true)
    }
  }

  /// The kept answer for a host name, which is in ASCII and lower case.
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
      // The answer may have come in the meantime.
      if let answer = state.answers[host], ContinuousClock.now - answer.time < lifetime {
        waiter.continuation.resume(returning: answer.result)
        return false
      }
      if let question = state.questions[host] {
        state.questions[host]?.waiters.append(waiter)
        if question.isStarted { state.timers[waiter.id] = timer(of: waiter, for: host) }
        return false
      }
      state.questions[host] = Question(waiters: [waiter])
      state.queue.append(host)
      guard state.threads < maxThreads else { return false }
      state.threads += 1
      return true
    }
    guard needsThread, !SystemThread.start({ self.work() }) else { return }
    let hasOthers = state.withLock { state in
      state.threads -= 1
      return state.threads > 0
    }
    if !hasOthers { finish(host, .failure(.failed), isAnswer: false) }
  }

  private func timer(of waiter: Waiter, for host: String) -> Task<Void, any Error> {
    Task {
      try await Task.sleep(for: waiter.timeout)
      self.end(waiter.id, of: host, .failed)
    }
  }

  /// Ends one wait; a waiter that has not come yet finds itself in `cancelled`.
  private func end(_ id: Int, of host: String, _ error: ResolutionError) {
    let waiter = state.withLock { state -> Waiter? in
      guard let position = state.questions[host]?.waiters.firstIndex(where: { $0.id == id }) else {
        if error == .cancelled { state.cancelled.insert(id) }
        return nil
      }
      return state.questions[host]?.waiters.remove(at: position)
    }
    waiter?.continuation.resume(returning: .failure(error))
  }

  /// Runs on a thread: resolves names until none is left.
  private func work() {
    while let host = nextName() {
      finish(host, lookUp(host), isAnswer: true)
    }
  }

  private func nextName() -> String? {
    state.withLock { state in
      while !state.queue.isEmpty {
        let host = state.queue.removeFirst()
        guard let question = state.questions[host], !question.isStarted else { continue }
        guard !question.waiters.isEmpty else {
          // Every waiter is gone.
          state.questions[host] = nil
          continue
        }
        state.questions[host]?.isStarted = true
        for waiter in question.waiters { state.timers[waiter.id] = timer(of: waiter, for: host) }
        return host
      }
      state.threads -= 1
      return nil
    }
  }

  private func finish(_ host: String, _ result: Result<[IPAddress], ResolutionError>, isAnswer: Bool) {
    let waiters = state.withLock { state in
      // A failure is transient: it is not kept.
      if isAnswer, result != .failure(.failed) { state.answers[host] = (result, .now) }
      return state.questions.removeValue(forKey: host)?.waiters ?? []
    }
    for waiter in waiters { waiter.continuation.resume(returning: result) }
  }
}

/// Why a host name has no address.
public enum ResolutionError: Error, Hashable, Sendable {
  /// The name does not exist, or has no address.
  case nameNotFound
  /// The resolver failed or timed out: the name may exist.
  case failed
  /// Our side cancelled the question.
  case cancelled
}
