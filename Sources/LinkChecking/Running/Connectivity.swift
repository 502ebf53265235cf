internal import HTTP

/// The evidence of a run for and against a network.
struct Connectivity {
  /// The failures, without a success, after which a run without a network ends.
  private static let limit = 64

  private var hasConnected = false
  private var failures = 0
  private var needsControl = true
  /// Whether a control name resolved; `nil` while that is unknown.
  var controlResolves: Bool?

  /// Whether requests went out, and not one connection succeeded.
  var hasFailedOnly: Bool { !hasConnected && failures > 0 }

  /// Whether, so far, not one connection succeeded and the control names do not resolve.
  var isDown: Bool { hasFailedOnly && controlResolves == false }

  /// Whether there are enough failures to end the run.
  var isCertainlyDown: Bool { isDown && failures >= Self.limit }

  /// Records an outcome.
  ///
  /// - Returns: whether the control names are to be resolved now; once in a run.
  mutating func record(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .answered: hasConnected = true
    case .failed(let error) where error.provesConnection: hasConnected = true
    case .failed(.addressRefused), .failed(.cancelled), .failed(.notRecorded), .failed(.internalError): return false
    case .failed: failures += 1
    }
    guard hasFailedOnly, needsControl else { return false }
    needsControl = false
    return true
  }
}
