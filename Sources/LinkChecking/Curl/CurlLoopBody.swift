internal import CCurl

/// The part of an event loop that lives on its thread.
@safe
final class CurlLoopBody {
  private let multi: UnsafeMutableRawPointer
  private let settings: CurlSettings
  /// Told of each order that got its outcome.
  private let ended: (Int) -> Void
  private var transfers: [Int: CurlTransfer] = [:]
  private var idle: [EasyHandle] = []

  /// Handles that are kept for later transfers.
  private let maxIdle = 64
  /// - Parameter maxConnections: how many connections are kept open for later requests.
  init(
    multi: UnsafeMutableRawPointer, settings: CurlSettings, maxConnections: Int, ended: @escaping (Int) -> Void
  ) {
    unsafe self.multi = unsafe multi
    self.settings = settings
    self.ended = ended
    // Neither can fail on a live handle, and both are only about speed.
    _ = unsafe awesome_multi_set_long(multi, CURLMOPT_MAXCONNECTS, maxConnections)
    _ = unsafe awesome_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
  }

  /// Does what there is to do, then waits for more.
  ///
  /// - Returns: whether the loop goes on.
  func turn(_ inbox: CurlLoop.Inbox) -> Bool {
    for order in inbox.orders { start(order) }
    for id in inbox.cancelled {
      if let transfer = transfers[id] { finish(transfer, .failed(.cancelled)) }
    }
    if inbox.isClosing { return false }
    var running: Int32 = 0
    guard unsafe curl_multi_perform(multi, &running) == CURLM_OK else { return false }
    collect()
    // Time-outs of transfers shorten the wait; a wake-up that came in the meantime ends it at once.
    return unsafe curl_multi_poll(multi, nil, 0, 10_000, nil) == CURLM_OK
  }

  /// Ends every transfer with `.cancelled`.
  func end() {
    for transfer in Array(transfers.values) { finish(transfer, .failed(.cancelled)) }
    idle = []
  }

  private func start(_ order: CurlOrder) {
    do throws(CurlError) {
      let easy: EasyHandle
      if let used = idle.popLast() { easy = used } else { easy = try EasyHandle() }
      let transfer = CurlTransfer(order, on: easy, policy: settings.policy)
      do throws(CurlError) {
        try transfer.configure(settings)
        guard unsafe curl_multi_add_handle(multi, easy.pointer) == CURLM_OK else { throw CurlError(CURLE_FAILED_INIT) }
      } catch {
        // The handle holds pointers into the transfer.
        easy.reset()
        throw error
      }
      transfers[order.id] = transfer
    } catch {
      ended(order.id)
      order.completion(.failed(.internalError(error.phrase)))
    }
  }

  /// Takes every transfer that ended.
  private func collect() {
    var remaining: Int32 = 0
    while let message = unsafe curl_multi_info_read(multi, &remaining) {
      guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
      // The message is freed when the handle is removed: copy first.
      let code = unsafe awesome_message_result(message)
      var context: UnsafeMutablePointer<CChar>?
      guard unsafe awesome_easy_get_string(message.pointee.easy_handle, CURLINFO_PRIVATE, &context) == CURLE_OK,
        let context = unsafe context
      else { continue }
      let transfer = unsafe Unmanaged<CurlTransfer>.fromOpaque(UnsafeRawPointer(context)).takeUnretainedValue()
      finish(transfer, transfer.outcome(code))
    }
  }

  private func finish(_ transfer: CurlTransfer, _ outcome: Outcome) {
    let removed = unsafe curl_multi_remove_handle(multi, transfer.easy.pointer)
    transfers[transfer.order.id] = nil
    if removed == CURLM_OK {
      // Reset before the transfer, and with it what the handle points to, goes.
      transfer.easy.reset()
      if idle.count < maxIdle { idle.append(transfer.easy) }
    }
    ended(transfer.order.id)
    transfer.order.completion(outcome)
  }
}
