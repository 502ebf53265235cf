internal import CCurl

/// The part of an event loop that runs on its thread.
@safe
final class CurlLoopBody {
  private let multi: UnsafeMutableRawPointer
  private let settings: CurlSettings
  private let watch: SocketWatch
  private var transfers: [ObjectIdentifier: CurlTransfer] = [:]
  // Their TLS sessions are not shared: libcurl 7.88 keeps eight of those, and 1,000 links on 200 hosts took 0.35 s and 0.26 s of CPU with and
  // without them.
  private var idle: [EasyHandle] = []

  /// The number of handles that are kept for later transfers: as many as a loop has in flight.
  private let maxIdle = 256

  /// - Parameter maxConnections: the number of connections that are kept open for later requests.
  init(multi: UnsafeMutableRawPointer, settings: CurlSettings, watch: SocketWatch, maxConnections: Int) {
    unsafe self.multi = unsafe multi
    self.settings = settings
    self.watch = watch
    // Neither fails on a live handle, and both concern only speed.
    _ = unsafe awesome_multi_set_long(multi, CURLMOPT_MAXCONNECTS, maxConnections)
    _ = unsafe awesome_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
  }

  /// Does the pending work, then waits for more.
  ///
  /// - Returns: whether the loop continues.
  func turn(_ inbox: CurlLoop.Inbox) -> Bool {
    for transfer in inbox.transfers { start(transfer) }
    if inbox.hasCancellations { endTransfers { $0.pending.cancellation.isCancelled } }
    if inbox.isClosing { return false }
    var running: Int32 = 0
    watch.enter()
    let result = unsafe curl_multi_perform(multi, &running)
    watch.leave()
    guard result == CURLM_OK else { return false }
    collect()
    // Time-outs of transfers shorten the wait; a wake-up in the meantime ends it at once.
    return unsafe curl_multi_poll(multi, nil, 0, 10_000, nil) == CURLM_OK
  }

  /// Ends every transfer with `.cancelled`.
  func end() {
    endTransfers { _ in true }
    idle = []
  }

  private func endTransfers(where isOver: (CurlTransfer) -> Bool) {
    for transfer in transfers.values.filter(isOver) { finish(transfer, .failed(.cancelled)) }
  }

  private func start(_ pending: PendingTransfer) {
    guard !pending.cancellation.isCancelled else {
      pending.completion(.failed(.cancelled))
      return
    }
    do throws(CurlError) {
      let easy: EasyHandle
      if let used = idle.popLast() { easy = used } else { easy = try EasyHandle(settings, watch) }
      let transfer = CurlTransfer(pending, on: easy, policy: settings.policy)
      do throws(CurlError) {
        try easy.begin(transfer)
        guard unsafe curl_multi_add_handle(multi, easy.pointer) == CURLM_OK else { throw CurlError(CURLE_FAILED_INIT) }
      } catch {
        // The two own each other.
        _ = easy.end()
        throw error
      }
      transfers[ObjectIdentifier(easy)] = transfer
    } catch {
      pending.completion(.failed(pending.inspectsChain ? .tls(.untrusted) : .internalError(error.phrase)))
    }
  }

  /// Finishes every transfer that ended.
  private func collect() {
    var remaining: Int32 = 0
    while let message = unsafe curl_multi_info_read(multi, &remaining) {
      guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
      // The message is freed when the handle is removed: copy first.
      let code = unsafe awesome_message_result(message)
      guard let easy = unsafe EasyHandle.owning(message.pointee.easy_handle), let transfer = easy.transfer else {
        continue
      }
      finish(transfer, transfer.outcome(code))
    }
  }

  private func finish(_ transfer: CurlTransfer, _ outcome: Outcome) {
    let easy = transfer.easy
    transfers[ObjectIdentifier(easy)] = nil
    let removed = unsafe curl_multi_remove_handle(multi, easy.pointer)
    if removed == CURLM_OK, easy.end(), idle.count < maxIdle { idle.append(easy) }
    if outcome == .failed(.tls(.untrusted)), !transfer.pending.inspectsChain {
      var inspection = transfer.pending
      inspection.inspectsChain = true
      start(inspection)
    } else {
      transfer.pending.completion(outcome)
    }
  }
}
