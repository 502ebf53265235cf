import HTTP
import Testing

@testable import LinkChecking

@Suite struct ConnectivityTests {
  /// The evidence of the outcomes of requests to these hosts, where no control name resolves.
  static func connectivity(_ outcomes: [(host: String, outcome: Outcome)]) throws -> Connectivity {
    var network = Connectivity()
    for (host, outcome) in outcomes {
      let request = Request(
        id: 1, target: 0, address: try WebAddress("http://\(host)/"), userAgent: "", timeout: .zero,
        connectTimeout: .zero, bodyLimit: 0)
      if network.record(outcome, of: request) { network.controlResolves = false }
    }
    return network
  }

  static let answer = VirtualRun.answer(200)

  /// A resolver without a network is silent, or denies every name.
  @Test(arguments: [TransportError.resolverFailed, .nameNotFound])
  func aResolverThatAnswersNothingIsTheNetworksFault(error: TransportError) throws {
    let silent = [("a.example", Outcome.failed(error)), ("b.example", .failed(error))]
    #expect(try Self.connectivity(silent).isDown)
    // An address that answers proves nothing about names, and neither does one name that the machine itself knows.
    #expect(try Self.connectivity([("93.184.216.34", Self.answer)] + silent).isDown)
    #expect(try Self.connectivity([("localhost", Self.answer)] + silent).isDown)
    var resolving = try Self.connectivity(silent)
    resolving.controlResolves = true
    #expect(!resolving.isDown)
  }

  @Test func otherFailuresAreNoFaultOfTheResolver() throws {
    #expect(try !Self.connectivity([("a.example", Self.answer), ("b.example", .failed(.resolverFailed))]).isDown)
    #expect(try !Self.connectivity([("10.0.0.1", Self.answer), ("10.0.0.2", .failed(.connectionRefused))]).isDown)
    #expect(try !Self.connectivity([("a.onion", .failed(.needsProxy))]).isDown)
    // A run of addresses needs no names.
    #expect(try !Self.connectivity([("10.0.0.2", .failed(.connectionRefused))]).isDown)
  }

  @Test func oneNameThatDoesNotResolveIsEnoughToDoubtTheNames() throws {
    let network = try Self.connectivity([("a.example", Self.answer), ("b.example", .failed(.nameNotFound))])
    #expect(network.lacksNames && !network.isDown)
    #expect(try !Self.connectivity([("a.example", Self.answer), ("10.0.0.2", .failed(.unreachable))]).lacksNames)
  }

  @Test func enoughFailuresEndTheRun() throws {
    let silent = (0..<64).map { ("h\($0).example", Outcome.failed(.resolverFailed)) }
    #expect(try Self.connectivity([("10.0.0.1", Self.answer)] + silent).isCertainlyDown)
    #expect(try !Self.connectivity([("10.0.0.1", Self.answer)] + silent.dropLast()).isCertainlyDown)
  }
}
