public import HTTP

/// A transport that records the exchanges of another one.
public final class ExchangeRecorder: Transport {
  private let transport: any Transport
  private let lines = Locked<[(id: Int, line: String)]>([])
  private let clock = ContinuousClock()

  public init(_ transport: any Transport) {
    self.transport = transport
  }

  public func send(
    _ request: Request, under cancellation: Cancellation, completion: @escaping @Sendable (Outcome) -> Void
  ) {
    let start = clock.now
    transport.send(request, under: cancellation) { [lines, clock] outcome in
      // A cancelled exchange shows nothing about its host.
      if outcome != .failed(.cancelled) {
        let line = RecordedExchange(request, outcome, duration: clock.now - start).line
        lines.withLock { $0.append((request.id, line)) }
      }
      completion(outcome)
    }
  }

  /// The file of the record so far.
  public func record(of report: CheckReport, startTime: Int?) -> [UInt8] {
    var bytes = Array(ExchangeRecord.head(isOnline: !report.noNetwork, startTime: startTime).utf8)
    for (_, line) in lines.withLock({ $0 }).sorted(by: { $0.id < $1.id }) { bytes += Array(line.utf8) }
    return bytes
  }
}
