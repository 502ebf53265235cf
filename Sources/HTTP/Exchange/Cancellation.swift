/// Cancels every exchange that was started under it; an exchange that starts later ends before it is sent.
public final class Cancellation: Sendable {
  private struct State {
    var isCancelled = false
    /// The owners are kept alive, so that no identity is used twice.
    var handlers: [ObjectIdentifier: (owner: any AnyObject & Sendable, handler: @Sendable () -> Void)] = [:]
  }

  private let state = Locked(State())

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

  /// Calls a handler on cancellation, at once if it is cancelled already.
  ///
  /// - Parameter owner: an owner has one handler, the first that it passes.
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
