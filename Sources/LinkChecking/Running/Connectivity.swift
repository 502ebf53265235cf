internal import HTTP

/// The evidence of a run for and against a network.
struct Connectivity {
  /// The failures after which a run without a network ends.
  private static let limit = 64

  private var hasConnected = false
  private var failures = 0
  /// The hosts with a name that were connected to, and those whose names did not resolve: some resolvers without a network deny every
  /// name.
  private var connected: Set<String> = []
  private var unresolved: Set<String> = []
  private var isControlRequested = false
  /// Whether a control name resolved; `nil` while that is unknown.
  var controlResolves: Bool?

  /// Whether the control names are to be resolved: a name was not. A run of addresses needs none.
  var needsControl: Bool { !unresolved.isEmpty }

  /// Whether a name did not resolve, and no control name did either.
  var lacksNames: Bool { needsControl && controlResolves == false }

  /// Whether the control names decide about the network: not one connection succeeded, or the resolver answers for few names.
  ///
  /// An address that answers is no evidence for the names.
  private var isDoubtful: Bool { !hasConnected || unresolved.count > connected.count }

  /// Whether that is so, and the control names do not resolve.
  var isDown: Bool { lacksNames && isDoubtful }

  /// Whether there are enough failures to end the run.
  var isCertainlyDown: Bool { isDown && max(unresolved.count, hasConnected ? 0 : failures) >= Self.limit }

  /// Records an outcome.
  ///
  /// - Returns: whether the control names are to be resolved now; once in a run.
  mutating func record(_ outcome: Outcome, of request: Request) -> Bool {
    let (host, isName) = (request.address.host, request.address.ipAddress == nil)
    switch outcome {
    case .failed(.addressRefused), .failed(.cancelled), .failed(.notRecorded), .failed(.needsProxy),
      .failed(.internalError):
      return false
    case .failed(let error) where !error.provesConnection:
      failures += 1
      if error == .resolverFailed || error == .nameNotFound { unresolved.insert(host) }
    case .answered, .failed:
      hasConnected = true
      if isName { connected.insert(host) }
    }
    guard needsControl, !isControlRequested else { return false }
    isControlRequested = true
    return true
  }
}
