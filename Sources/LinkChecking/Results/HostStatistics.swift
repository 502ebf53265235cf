/// The requests to one host, and its answers.
public struct HostStatistics: Hashable, Sendable {
  /// The host's name or address, in lower case.
  public let host: String
  /// Requests that were sent.
  public var requests = 0
  /// Requests that got an answer, whatever its status.
  public var answers = 0
  /// Answers that throttle: 429 and the like, and 403 and 503 that ask to wait.
  public var throttles = 0
  /// Requests that ended in a time-out without an answer.
  public var timeouts = 0
  /// The largest number of requests in flight at one time.
  public var peakInFlight = 0
  /// The sum of the times to the first byte of the answers.
  public var totalLatency: Duration = .zero

  public init(host: String) {
    self.host = host
  }

  /// The mean time to the first byte; `nil` without an answer.
  public var meanLatency: Duration? { answers > 0 ? totalLatency / answers : nil }
}
