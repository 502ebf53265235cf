/// What performs one HTTP exchange; the only protocol here, because tests replace it.
///
/// A transport follows no redirect, tries nothing twice and judges no answer: that is the scheduler's part.
public protocol Transport: Sendable {
  /// Sends a request.
  ///
  /// - Parameters:
  ///   - cancellation: ends it soon with `.cancelled`.
  ///   - completion: called once with the outcome, on any thread and possibly before this returns; it must not block.
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
