internal import CCurl

/// The way to an event loop: orders go in by it from any thread, outcomes come out by each order's completion.
///
/// `@unchecked Sendable`: the multi handle is used by the loop's thread alone, but for `curl_multi_wakeup`, which is made for other
/// threads and called only while the lock says that the handle still lives.
@safe
final class CurlLoop: @unchecked Sendable {
  struct Inbox {
    var orders: [CurlOrder] = []
    /// Whether something was cancelled of which there may be transfers under way.
    var hasCancellations = false
    var isClosing = false
  }

  private struct State {
    var inbox = Inbox()
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
    order.cancellation.notify(self) { self.endCancelled() }
    let isTaken = state.withLock { state in
      guard state.isRunning, !state.inbox.isClosing else { return false }
      // The loop takes everything that is there when it wakes up: the first order alone has to wake it.
      if state.inbox.orders.isEmpty { unsafe curl_multi_wakeup(multi) }
      state.inbox.orders.append(order)
      return true
    }
    if !isTaken { order.completion(.failed(.internalError("the event loop is not running"))) }
  }

  /// Ends the orders that were cancelled with `.cancelled`; those that come later end when they do.
  private func endCancelled() {
    state.withLock { state in
      state.inbox.hasCancellations = true
      if state.isRunning { unsafe curl_multi_wakeup(multi) }
    }
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
    let body = unsafe CurlLoopBody(multi: multi, settings: settings, maxConnections: maxConnections)
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
