/// What performs one HTTP exchange; the only protocol here, because tests replace it.
///
/// A transport follows no redirect, tries nothing twice and judges no answer: that is the scheduler's part.
public protocol Transport: Sendable {
  /// Sends a request and waits for its outcome; cancelling the task ends it soon with `.cancelled`.
  func send(_ request: Request) async -> Outcome
}
