import Foundation

/// The requests to a test's server, readable from other threads.
final class WebServerLog: Sendable {
  private struct State {
    var traffic: [String: WebServer.Traffic] = [:]
    var requests: [WebRequest] = []
    var counts: [String: Int] = [:]
  }

  private let state = Locked(State())

  var requests: [WebRequest] { state.withLock { $0.requests } }

  func traffic(_ address: String) -> WebServer.Traffic {
    state.withLock { $0.traffic[address] ?? WebServer.Traffic() }
  }

  func connected(_ address: String) { state.withLock { $0.traffic[address, default: .init()].connections += 1 } }

  /// Notes the start of a request.
  func began(_ method: String, _ target: String, _ headers: [(name: String, value: String)], _ address: String)
    -> WebRequest
  {
    state.withLock { state in
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

  func ended(_ address: String) { state.withLock { $0.traffic[address, default: .init()].inFlight -= 1 } }
}
