import Foundation
import TestSupport
import Testing

@testable import HTTP

@Suite struct NameResolverTests {
  /// An answer that comes only once the gate is open.
  static func lookUp(_ gate: Gate) -> Result<[IPAddress], ResolutionError> {
    gate.pass()
    return .success([IPAddress("192.0.2.1")].compactMap { $0 })
  }

  @Test func concurrentLookUpsOfANameAreOne() async {
    let gate = Gate()
    let resolver = NameResolver(lifetime: Loopback.patience) { _ in Self.lookUp(gate) }
    let answers = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 {
        group.addTask { (try? await resolver.addresses(of: "a.test", timeout: Loopback.patience).get()) != nil }
      }
      while gate.arrivals == 0 { try? await Task.sleep(for: .milliseconds(1)) }
      gate.open()
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(answers == 50)
    #expect(gate.arrivals == 1)
    _ = await resolver.addresses(of: "a.test", timeout: Loopback.patience)
    #expect(gate.arrivals == 1)
  }

  @Test func silentNameServersDelayNoOtherName() async {
    let gate = Gate()
    let resolver = NameResolver { $0.hasPrefix("silent") ? Self.lookUp(gate) : .success([]) }
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<200 {
        group.addTask { _ = await resolver.addresses(of: "silent\(index).test", timeout: Loopback.patience) }
      }
      while gate.arrivals < 200 { try? await Task.sleep(for: .milliseconds(1)) }
      #expect(await resolver.addresses(of: "good.test", timeout: Loopback.patience) == .success([]))
      gate.open()
    }
  }

  @Test func aTimeoutStartsWithTheLookUp() async {
    let gate = Gate()
    let resolver = NameResolver { _ in Self.lookUp(gate) }
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<256 {
        group.addTask { _ = await resolver.addresses(of: "silent\(index).test", timeout: Loopback.patience) }
      }
      while gate.arrivals < 256 { try? await Task.sleep(for: .milliseconds(1)) }
      let isOver = Gate()
      group.addTask {
        _ = await resolver.addresses(of: "late.test", timeout: .milliseconds(1))
        isOver.arrive()
      }
      try? await Task.sleep(for: .milliseconds(300))
      #expect(gate.arrivals == 256 && isOver.arrivals == 0)
      gate.open()
    }
  }

  @Test func aSlowAnswerIsAFailure() async {
    let gate = Gate()
    let resolver = NameResolver { _ in Self.lookUp(gate) }
    #expect(await resolver.addresses(of: "a.test", timeout: .milliseconds(50)) == .failure(.failed))
    gate.open()
  }

  @Test func aCancelledLookUpEndsAtOnce() async {
    let gate = Gate()
    let resolver = NameResolver { _ in Self.lookUp(gate) }
    let task = Task { await resolver.addresses(of: "a.test", timeout: Loopback.patience) }
    while gate.arrivals == 0 { try? await Task.sleep(for: .milliseconds(1)) }
    task.cancel()
    #expect(await task.value == .failure(.cancelled))
    let early = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await resolver.addresses(of: "b.test", timeout: Loopback.patience)
    }
    #expect(await early.value == .failure(.cancelled))
    gate.open()
  }

  @Test(arguments: [
    (EAI_NONAME, ResolutionError.nameNotFound), (EAI_AGAIN, .failed), (EAI_FAIL, .failed), (EAI_MEMORY, .failed),
  ])
  func onlyANameThatDoesNotExistIsNotFound(code: Int32, error: ResolutionError) {
    #expect(SystemResolver.error(code) == error)
  }

  @Test func theSystemResolvesLoopbackButNoInvalidName() throws {
    let addresses = try SystemResolver.lookUp("localhost").get()
    #expect(!addresses.isEmpty && addresses.allSatisfy { !AddressPolicy().permits($0) })
    #expect(SystemResolver.lookUp("a\0b") == .failure(.nameNotFound))
  }

  @Test func controlNamesAreResolvedUntilOneHasAnAddress() async {
    let gate = Gate()
    defer { gate.open() }
    let slow = NameResolver { $0 == "good.test" ? .success([]) : Self.lookUp(gate) }
    #expect(await slow.resolvesAny(of: ["slow.test", "good.test"], timeout: Loopback.patience))
    let resolver = NameResolver { $0 == "good.test" ? .success([]) : .failure(.failed) }
    #expect(await resolver.resolvesAny(of: ["bad.test", "good.test"], timeout: Loopback.patience))
    #expect(!(await resolver.resolvesAny(of: ["bad.test"], timeout: Loopback.patience)))
    #expect(!(await resolver.resolvesAny(of: [], timeout: Loopback.patience)))
  }
}
