import Foundation

/// What a test's server was asked, readable from other threads.
///
/// `nonisolated(unsafe)`: the state is touched only under the lock.
final class WebServerLog: Sendable {
  private struct State {
    var traffic: [String: WebServer.Traffic] = [:]
    var requests: [WebRequest] = []
    var counts: [String: Int] = [:]
  }

  // Not the standard library's Mutex, which the thread sanitizer cannot see on Linux.
  private let lock = NSLock()
  private nonisolated(unsafe) var state = State()

  var requests: [WebRequest] { lock.withLock { state.requests } }

  func traffic(_ address: String) -> WebServer.Traffic {
    lock.withLock { state.traffic[address] ?? WebServer.Traffic() }
  }

  func connected(_ address: String) { lock.withLock { state.traffic[address, default: .init()].connections += 1 } }

  /// Notes a request that begins.
  ///
  /// - Returns: how often its target was asked for before.
  func began(_ method: String, _ target: String, _ headers: [(name: String, value: String)], _ address: String)
    -> WebRequest
  {
    lock.withLock {
      let key = address + " " + target
      let request = WebRequest(
        method: method, target: target, headers: headers, address: address, earlier: state.counts[key, default: 0])
      state.counts[key, default: 0] += 1
      state.requests.append(request)
      var traffic = state.traffic[address] ?? WebServer.Traffic()
      traffic.requests += 1
      traffic.inFlight += 1
      traffic.peakInFlight = max(traffic.peakInFlight, traffic.inFlight)
      state.traffic[address] = traffic
      return request
    }
  }

  func ended(_ address: String) { lock.withLock { state.traffic[address, default: .init()].inFlight -= 1 } }
}
