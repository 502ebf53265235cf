internal import HTTP

/// Whether there is a network at all, as far as a run can tell.
struct Connectivity {
  /// So many failures, and no success, are enough to end a run without a network.
  private static let enough = 64

  private var hasConnected = false
  private var failures = 0
  private var isControlAsked = false
  /// Whether a control name resolved; `nil` while that is not known.
  var controlResolves: Bool?

  /// Whether something was asked, and not one connection succeeded.
  var hasFailedOnly: Bool { !hasConnected && failures > 0 }

  /// Whether, so far, not one connection succeeded and the control names do not resolve.
  var isDown: Bool { hasFailedOnly && controlResolves == false }

  /// Whether that was so often enough to ask no more.
  var isCertain: Bool { isDown && failures >= Self.enough }

  /// Takes an outcome.
  ///
  /// - Returns: whether the control names are to be asked now.
  mutating func note(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .answered: hasConnected = true
    case .failed(let error) where error.provesConnection: hasConnected = true
    case .failed(.addressRefused), .failed(.cancelled), .failed(.notRecorded), .failed(.internalError): return false
    case .failed: failures += 1
    }
    guard hasFailedOnly, !isControlAsked else { return false }
    isControlAsked = true
    return true
  }
}
