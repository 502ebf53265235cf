import Foundation
import Testing

@testable import LinkChecking

@Suite struct NameResolverTests {
  /// A resolver that answers only once it is told to.
  final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let lock = NSLock()
    private nonisolated(unsafe) var count = 0

    var asked: Int { lock.withLock { count } }

    func open() { for _ in 0..<300 { semaphore.signal() } }

    func note() { lock.withLock { count += 1 } }

    func lookUp(_ host: String) -> Result<[IPAddress], ResolutionError> {
      note()
      semaphore.wait()
      return .success([IPAddress("192.0.2.1")].compactMap { $0 })
    }
  }

  @Test func manyWhoAskAtOnceAreOneQuestion() async {
    let gate = Gate()
    let resolver = NameResolver(lifetime: Loopback.patience) { gate.lookUp($0) }
    let answers = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 {
        group.addTask { (try? await resolver.addresses(of: "a.test", timeout: Loopback.patience).get()) != nil }
      }
      while gate.asked == 0 { try? await Task.sleep(for: .milliseconds(1)) }
      gate.open()
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(answers == 50)
    #expect(gate.asked == 1)
    _ = await resolver.addresses(of: "a.test", timeout: Loopback.patience)
    #expect(gate.asked == 1)
  }

  @Test func namesWhoseServersAreSilentHoldNobodyUp() async {
    let gate = Gate()
    let resolver = NameResolver { $0.hasPrefix("silent") ? gate.lookUp($0) : .success([]) }
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<200 {
        group.addTask { _ = await resolver.addresses(of: "silent\(index).test", timeout: Loopback.patience) }
      }
      while gate.asked < 200 { try? await Task.sleep(for: .milliseconds(1)) }
      #expect(await resolver.addresses(of: "good.test", timeout: Loopback.patience) == .success([]))
      gate.open()
    }
  }

  @Test func theTimeOfANameRunsOnlyOnceItIsAsked() async {
    let gate = Gate()
    let resolver = NameResolver { gate.lookUp($0) }
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<256 {
        group.addTask { _ = await resolver.addresses(of: "silent\(index).test", timeout: Loopback.patience) }
      }
      while gate.asked < 256 { try? await Task.sleep(for: .milliseconds(1)) }
      let isOver = Gate()
      group.addTask {
        _ = await resolver.addresses(of: "late.test", timeout: .milliseconds(1))
        isOver.note()
      }
      try? await Task.sleep(for: .milliseconds(300))
      #expect(gate.asked == 256 && isOver.asked == 0)
      gate.open()
    }
  }

  @Test func aSlowAnswerIsAFailure() async {
    let gate = Gate()
    let resolver = NameResolver { gate.lookUp($0) }
    #expect(await resolver.addresses(of: "a.test", timeout: .milliseconds(50)) == .failure(.failed))
    gate.open()
  }

  @Test func aCancelledQuestionEndsAtOnce() async {
    let gate = Gate()
    let resolver = NameResolver { gate.lookUp($0) }
    let task = Task { await resolver.addresses(of: "a.test", timeout: Loopback.patience) }
    while gate.asked == 0 { try? await Task.sleep(for: .milliseconds(1)) }
    task.cancel()
    #expect(await task.value == .failure(.cancelled))
    let early = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await resolver.addresses(of: "b.test", timeout: Loopback.patience)
    }
    #expect(await early.value == .failure(.cancelled))
    gate.open()
  }

  /// No server of names can be put in the place of the system's from here, so that the codes stand for its answers.
  @Test(arguments: [
    (EAI_NONAME, Verdict.gone), (EAI_AGAIN, .transient), (EAI_FAIL, .transient), (EAI_MEMORY, .transient),
  ])
  func aNameThatDoesNotExistIsNoResolverThatFails(code: Int32, verdict: Verdict) async throws {
    let options = Loopback.options()
    let resolver = NameResolver { $0 == "control.test" ? .success([]) : .failure(SystemResolver.error(code)) }
    let transport = CurlTransport(settings: options.curl, resolver: resolver)
    let checker = LinkChecker(options: options, transport: transport, resolver: resolver)
    let report = await checker.check(Loopback.links(["http://name.test/"]))
    #expect(report.links.map(\.verdict) == [verdict], "\(report.links.map(\.reason))")
  }

  @Test func theSystemKnowsLoopbackAndNoImpossibleName() throws {
    let addresses = try SystemResolver.lookUp("localhost").get()
    #expect(!addresses.isEmpty && addresses.allSatisfy { !AddressPolicy().permits($0) })
    #expect(SystemResolver.lookUp("a\0b") == .failure(.nameNotFound))
  }

  @Test func controlNamesAreAskedUntilOneResolves() async {
    let gate = Gate()
    defer { gate.open() }
    let slow = NameResolver { $0 == "good.test" ? .success([]) : gate.lookUp($0) }
    #expect(await slow.resolvesAny(of: ["slow.test", "good.test"], timeout: Loopback.patience))
    let resolver = NameResolver { $0 == "good.test" ? .success([]) : .failure(.failed) }
    #expect(await resolver.resolvesAny(of: ["bad.test", "good.test"], timeout: Loopback.patience))
    #expect(!(await resolver.resolvesAny(of: ["bad.test"], timeout: Loopback.patience)))
    #expect(!(await resolver.resolvesAny(of: [], timeout: Loopback.patience)))
  }
}
