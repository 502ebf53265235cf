internal import CCurl

/// The front of an event loop: any thread submits transfers, and each outcome goes to its transfer's completion.
///
/// `@unchecked Sendable`: only the loop's thread uses the multi handle, except for `curl_multi_wakeup`, which is made for other threads
/// and is called under the lock while the handle is alive.
@safe
final class CurlLoop: @unchecked Sendable {
  struct Inbox {
    var transfers: [PendingTransfer] = []
    /// Whether transfers that are under way may be cancelled.
    var hasCancellations = false
    var isClosing = false
  }

  private struct State {
    var inbox = Inbox()
    var isRunning = false
  }

  /// Looked at from time to time by the transport.
  let watch = SocketWatch()
  private let multi: UnsafeMutableRawPointer?
  private let state = Locked(State())

  /// Starts the loop's thread; if that fails, every transfer ends with `.internalError`.
  ///
  /// - Parameter maxConnections: the number of connections that are kept open for later requests.
  init(settings: CurlSettings, maxConnections: Int = 256) {
    unsafe multi = unsafe curl_multi_init()
    guard unsafe multi != nil else { return }
    state.withLock { $0.isRunning = true }
    let isStarted = SystemThread.start { self.run(settings, maxConnections) }
    if !isStarted { shutDown() }
  }

  func submit(_ transfer: PendingTransfer) {
    transfer.cancellation.notify(self) { self.endCancelled() }
    let isAccepted = state.withLock { state in
      guard state.isRunning, !state.inbox.isClosing else { return false }
      // The loop empties its inbox when it wakes up: only the first transfer has to wake it.
      if state.inbox.transfers.isEmpty { unsafe curl_multi_wakeup(multi) }
      state.inbox.transfers.append(transfer)
      return true
    }
    if !isAccepted { transfer.completion(.failed(.internalError("the event loop is not running"))) }
  }

  /// Ends the cancelled transfers with `.cancelled`.
  private func endCancelled() {
    state.withLock { state in
      state.inbox.hasCancellations = true
      if state.isRunning { unsafe curl_multi_wakeup(multi) }
    }
  }

  /// Stops the thread; transfers that are under way end with `.cancelled`.
  func close() {
    state.withLock { state in
      state.inbox.isClosing = true
      if state.isRunning { unsafe curl_multi_wakeup(multi) }
    }
  }

  private func run(_ settings: CurlSettings, _ maxConnections: Int) {
    guard let multi = unsafe multi else { return }
    let body = unsafe CurlLoopBody(multi: multi, settings: settings, watch: watch, maxConnections: maxConnections)
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
      defer { state.inbox.transfers = [] }
      return state.inbox.transfers
    }
    for transfer in left { transfer.completion(.failed(.cancelled)) }
    // No thread can wake it any more.
    unsafe curl_multi_cleanup(multi)
  }
}

/// A request that waits for its event loop.
struct PendingTransfer: Sendable {
  let request: Request
  /// The proxy to use; `nil` for none.
  let proxy: String?
  /// The addresses of the host; empty where the host is an address or a proxy resolves it.
  let addresses: [IPAddress]
  /// Whether only the certificates are of interest, of a server whose chain is not trusted: no request is sent to it.
  var inspectsChain = false
  let cancellation: Cancellation
  /// Called once with the outcome.
  let completion: @Sendable (Outcome) -> Void
}
