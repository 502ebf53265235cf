/// Gives up all that was begun under it, at once and for good; what begins under it later ends before it was sent.
public final class Cancellation: Sendable {
  private struct State {
    var isCancelled = false
    /// The owners are kept, so that none has the identity of one that is gone.
    var handlers: [ObjectIdentifier: (owner: any AnyObject & Sendable, handler: @Sendable () -> Void)] = [:]
  }

  private let state = Guarded(State())

  public init() {}

  public var isCancelled: Bool { state.withLock { $0.isCancelled } }

  public func cancel() {
    let handlers = state.withLock { state in
      state.isCancelled = true
      defer { state.handlers = [:] }
      return Array(state.handlers.values)
    }
    for (_, handler) in handlers { handler() }
  }

  /// Has a handler called when it is cancelled, at once where it is already.
  ///
  /// - Parameter owner: has one handler at most: the first that it gives.
  func notify(_ owner: any AnyObject & Sendable, _ handler: @escaping @Sendable () -> Void) {
    let isLate = state.withLock { state in
      if !state.isCancelled, state.handlers[ObjectIdentifier(owner)] == nil {
        state.handlers[ObjectIdentifier(owner)] = (owner, handler)
      }
      return state.isCancelled
    }
    if isLate { handler() }
  }

  func forget(_ owner: any AnyObject & Sendable) {
    state.withLock { _ = $0.handlers.removeValue(forKey: ObjectIdentifier(owner)) }
  }
}
