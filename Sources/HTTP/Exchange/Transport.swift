/// Performs HTTP exchanges; the only protocol here, because tests replace it.
///
/// A transport follows no redirect and repeats no request: that is for its caller.
public protocol Transport: Sendable {
  /// Sends a request.
  ///
  /// - Parameters:
  ///   - cancellation: ends the exchange soon with `.cancelled`.
  ///   - completion: called once, on any thread and possibly before this returns; it must not block.
  func send(_ request: Request, under cancellation: Cancellation, completion: @escaping @Sendable (Outcome) -> Void)
}

extension Transport {
  /// Sends a request and waits for its outcome; cancelling the task ends it soon with `.cancelled`.
  public func send(_ request: Request) async -> Outcome {
    let cancellation = Cancellation()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        send(request, under: cancellation) { continuation.resume(returning: $0) }
      }
    } onCancel: {
      cancellation.cancel()
    }
  }
}

/// How an exchange ended.
public enum Outcome: Hashable, Sendable {
  /// A server answered: at least its whole header came.
  case answered(Response)
  /// No answer came.
  case failed(TransportError)
}
