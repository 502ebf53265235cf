import TestSupport
import Testing

@testable import HTTP

/// Exchanges that are given up on our side.
@Suite struct CancellationTests {
  @Test func aCancelledExchangeEndsSoonAndALaterOneWorks() async throws {
    let server = try WebServer { request in request.target == "/silence" ? .silence : .ok }
    let transport = TransportTests.transport()
    let silent = try TransportTests.request(server.url("/silence"))
    let task = Task { await transport.send(silent) }
    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    #expect(TransportTests.error(await task.value) == .cancelled)
    guard case .answered = await transport.send(try TransportTests.request(server.url())) else {
      Issue.record("no answer")
      return
    }
  }

  @Test func anExchangeThatIsCancelledBeforeItStartsIsNeverSent() async throws {
    let server = try WebServer { _ in .ok }
    let loop = CurlLoop(settings: Loopback.settings)
    defer { loop.close() }
    let request = try TransportTests.request(server.url())
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(TransportTests.error(await Self.submit(request, to: loop, under: cancellation)) == .cancelled)
    #expect(server.traffic().connections == 0)
    guard case .answered = await Self.submit(request, to: loop) else {
      Issue.record("no answer")
      return
    }
  }

  @Test func cancellationEndsOnlyItsOwnExchanges() async throws {
    let server = try WebServer { $0.target == "/silence" ? .silence : WebReply.ok.after(.milliseconds(100)) }
    let transport = TransportTests.transport()
    let silent = try TransportTests.request(server.url("/silence"))
    let cancellation = Cancellation()
    async let other = transport.send(try TransportTests.request(server.url("/late")))
    let outcomes = await withTaskGroup(of: Outcome.self) { group in
      for _ in 0..<5 {
        group.addTask {
          await withCheckedContinuation { continuation in
            transport.send(silent, under: cancellation) { continuation.resume(returning: $0) }
          }
        }
      }
      while server.traffic().requests < 6 { try? await Task.sleep(for: .milliseconds(1)) }
      cancellation.cancel()
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes == Array(repeating: .failed(.cancelled), count: 5))
    guard case .answered = try await other else {
      Issue.record("no answer")
      return
    }
  }

  @Test func aClosedLoopEndsItsTransfers() async throws {
    let server = try WebServer { _ in .silence }
    let settings = Loopback.settings
    let loop = CurlLoop(settings: settings)
    let request = try TransportTests.request(server.url())
    let outcome = await withCheckedContinuation { continuation in
      loop.submit(
        PendingTransfer(request: request, proxy: nil, addresses: [], cancellation: Cancellation()) {
          continuation.resume(returning: $0)
        })
      loop.close()
    }
    #expect(TransportTests.error(outcome) == .cancelled)
    #expect(TransportTests.error(await Self.submit(request, to: loop)) != nil)
  }

  /// Sends by one loop.
  static func submit(
    _ request: Request, to loop: CurlLoop, under cancellation: Cancellation = Cancellation()
  ) async -> Outcome {
    await withCheckedContinuation { continuation in
      loop.submit(
        PendingTransfer(request: request, proxy: nil, addresses: [], cancellation: cancellation) {
          continuation.resume(returning: $0)
        })
    }
  }
}
