internal import CCurl

/// The way to an event loop: orders go in by it from any thread, outcomes come out by each order's completion.
///
/// `@unchecked Sendable`: the multi handle is used by the loop's thread alone, but for `curl_multi_wakeup`, which is made for other
/// threads and called only while the lock says that the handle still lives.
@safe
final class CurlLoop: @unchecked Sendable {
  struct Inbox {
    var orders: [CurlOrder] = []
    var cancelled: [Int] = []
    var isClosing = false
  }

  private struct State {
    var inbox = Inbox()
    /// Orders that were submitted and have no outcome yet.
    var live: Set<Int> = []
    /// Orders that were cancelled before they were submitted.
    var cancelledEarly: Set<Int> = []
    var isRunning = false
  }

  private let multi: UnsafeMutableRawPointer?
  private let state = Guarded(State())

  /// Starts the loop's thread; where that fails every order is answered with `.internalError`.
  ///
  /// - Parameter maxConnections: how many connections are kept open for later requests.
  init(settings: CurlSettings, maxConnections: Int = 256) {
    unsafe multi = unsafe curl_multi_init()
    guard unsafe multi != nil else { return }
    state.withLock { $0.isRunning = true }
    let isStarted = SystemThread.start { self.run(settings, maxConnections) }
    if !isStarted { shutDown() }
  }

  func submit(_ order: CurlOrder) {
    let outcome = state.withLock { state -> Outcome? in
      if state.cancelledEarly.contains(order.id) { return .failed(.cancelled) }
      guard state.isRunning, !state.inbox.isClosing else {
        return .failed(.internalError("the event loop is not running"))
      }
      state.live.insert(order.id)
      // The loop takes everything that is there when it wakes up: the first order alone has to wake it.
      if state.inbox.orders.isEmpty { unsafe curl_multi_wakeup(multi) }
      state.inbox.orders.append(order)
      return nil
    }
    if let outcome { order.completion(outcome) }
  }

  /// Ends an order with `.cancelled`; one that was not submitted yet ends as soon as it is.
  func cancel(_ id: Int) {
    state.withLock { state in
      guard state.live.contains(id) else {
        state.cancelledEarly.insert(id)
        return
      }
      state.inbox.cancelled.append(id)
      if state.isRunning { unsafe curl_multi_wakeup(multi) }
    }
  }

  /// Forgets an order whose sender has its outcome.
  func forget(_ id: Int) {
    state.withLock { _ = $0.cancelledEarly.remove(id) }
  }

  /// Asks the thread to end; what is under way ends with `.cancelled`.
  func close() {
    state.withLock { state in
      state.inbox.isClosing = true
      if state.isRunning { unsafe curl_multi_wakeup(multi) }
    }
  }

  private func run(_ settings: CurlSettings, _ maxConnections: Int) {
    guard let multi = unsafe multi else { return }
    let body = unsafe CurlLoopBody(multi: multi, settings: settings, maxConnections: maxConnections) { id in
      self.state.withLock { _ = $0.live.remove(id) }
    }
    while true {
      let inbox = state.withLock { state in
        let inbox = state.inbox
        state.inbox = Inbox(isClosing: inbox.isClosing)
        return inbox
      }
      guard body.turn(inbox) else { break }
    }
    body.end()
    shutDown()
  }

  private func shutDown() {
    let left = state.withLock { state in
      state.isRunning = false
      defer { state.inbox.orders = [] }
      return state.inbox.orders
    }
    for order in left { order.completion(.failed(.cancelled)) }
    // Nobody wakes it any more.
    unsafe curl_multi_cleanup(multi)
  }
}
