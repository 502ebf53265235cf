import HTTP
import LinkChecking
import Synchronization
import TestSupport
import Testing

@Suite struct RunTests {
  @Test func twoThousandLinksOverTwoHundredAddresses() async throws {
    let hosts = (1...200).map { "127.0.1.\($0)" }
    let server = try WebServer(hosts) { _ in .ok }
    let urls = (0..<2000).map { server.url("/\($0)", host: hosts[$0 % 200]) }
    let report = await Loopback.check(urls)
    #expect(report.summary[.ok] == 2000)
    #expect(report.links.map(\.url) == urls)
    for host in hosts {
      #expect(server.traffic(host).requests == 10)
      #expect(server.traffic(host).peakInFlight <= 8)
    }
    #expect(report.hosts.count == 200)
  }

  @Test func requestsInFlightHaveALimit() async throws {
    let server = try WebServer(["127.0.0.1", "127.0.0.2"]) { _ in WebReply.ok.after(.milliseconds(5)) }
    var options = Loopback.options()
    options.scheduler.host.perHost = 3
    var single = HostOverride(pattern: try #require(HostPattern("127.0.0.2")))
    single.perHost = 1
    options.scheduler.overrides = [single]
    let urls = (0..<60).map { server.url("/\($0)", host: $0 % 2 == 0 ? "127.0.0.1" : "127.0.0.2") }
    let report = await Loopback.check(urls, options)
    #expect(report.summary[.ok] == 60)
    #expect(server.traffic("127.0.0.1").peakInFlight <= 3)
    #expect(server.traffic("127.0.0.2").peakInFlight == 1)
  }

  @Test func aCancelledRunReportsItsResultsSoFar() async throws {
    let server = try WebServer(["127.0.0.1", "127.0.0.2"]) { request in
      request.address == "127.0.0.1" ? .ok : .silence
    }
    let checker = Loopback.checker(Loopback.options())
    let links = Loopback.links([server.url("/a"), server.url("/b", host: "127.0.0.2"), server.url("/c")])
    let (stream, continuation) = AsyncStream.makeStream(of: Int.self)
    let task = Task { await checker.check(links) { continuation.yield($0.checked) } }
    for await checked in stream where checked == 2 { break }
    task.cancel()
    let report = await task.value
    #expect(report.links.map(\.verdict) == [.ok, .unchecked, .ok])
    #expect(report.ending == .interrupted)
    #expect(!report.noNetwork)
  }

  @Test func aRunThatIsCancelledEarlyRequestsNothing() async throws {
    let server = try WebServer { _ in .ok }
    let checker = Loopback.checker(Loopback.options())
    let links = Loopback.links([server.url("/a")])
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await checker.check(links)
    }
    #expect(await task.value.links.map(\.verdict) == [.unchecked])
    #expect(server.traffic().requests == 0)
  }

  @Test func theDeadlineLeavesTheRestUnchecked() async throws {
    let server = try WebServer(["127.0.0.1", "127.0.0.2"]) { request in
      request.address == "127.0.0.1" ? .ok : .silence
    }
    var options = Loopback.options()
    options.scheduler.deadline = .seconds(1)
    let report = await Loopback.check([server.url("/a"), server.url("/b", host: "127.0.0.2")], options)
    // On a machine that is busy the first may not come in time either.
    #expect([.ok, .unchecked].contains(report.links.first?.verdict))
    #expect(report.links.last?.verdict == .unchecked)
    #expect(report.links.last?.reason == "the deadline passed")
    #expect(report.ending == .deadline)
  }

  @Test func noWaitExceedsTheDeadline() async throws {
    let server = try WebServer { _ in .silence }
    let gate = Gate()
    defer { gate.open() }
    var options = Loopback.options()
    options.scheduler.deadline = .seconds(1)
    // One link fails, so that the control names are resolved, and no answer comes.
    let resolver = NameResolver { host in
      if host == "control.test" { gate.pass() }
      return .failure(.failed)
    }
    let transport = CurlTransport(settings: options.curl, resolver: resolver)
    let checker = LinkChecker(options: options, transport: transport, resolver: resolver)
    let report = await checker.check(Loopback.links(["http://one.test/", server.url("/b")]))
    #expect(report.ending == .deadline)
    #expect(report.links.map(\.verdict) == [.unchecked, .unchecked])
  }

  @Test func withoutANetworkNoLinkIsChecked() async {
    let options = Loopback.options()
    let resolver = NameResolver { _ in .failure(.failed) }
    let transport = CurlTransport(settings: CurlSettings(), resolver: resolver)
    let checker = LinkChecker(options: options, transport: transport, resolver: resolver)
    let urls = ["http://one.test/", "http://two.test/", "http://192.168.0.1/", "data:,x"]
    let report = await checker.check(Loopback.links(urls))
    #expect(report.noNetwork)
    #expect(report.links.map(\.verdict) == [.unchecked, .unchecked, .refused, .refused])
  }

  /// An address that answers keeps its verdict; what needs a name has none.
  @Test func withoutAResolverOnlyAddressesAreChecked() async throws {
    let server = try WebServer { _ in .ok }
    let options = Loopback.options()
    let resolver = NameResolver { _ in .failure(.failed) }
    let transport = CurlTransport(settings: options.curl, resolver: resolver)
    let checker = LinkChecker(options: options, transport: transport, resolver: resolver)
    let report = await checker.check(Loopback.links([server.url("/a"), "http://one.test/", "http://two.test/"]))
    #expect(report.noNetwork)
    #expect(report.links.map(\.verdict) == [.ok, .unchecked, .unchecked])
  }

  @Test func failuresDoNotProveAMissingNetwork() async {
    let report = await Loopback.check(["http://no-such-name.test/"])
    #expect(!report.noNetwork)
    #expect(report.links.map(\.verdict) == [.gone])
  }

  @Test func anOfflineRunRequestsNothing() async throws {
    let server = try WebServer { _ in .ok }
    var options = Loopback.options()
    options.isOffline = true
    let report = await Loopback.check([server.url("/a"), "http://10.0.0.1/", "x:y"], options)
    #expect(report.links.map(\.verdict) == [.unchecked, .refused, .refused])
    #expect(server.traffic().requests == 0)
  }

  @Test func credentialsAreNeitherSentNorShown() async throws {
    let server = try WebServer { _ in .ok }
    let url = "http://user:secret@127.0.0.1:\(server.port)/a"
    let report = await Loopback.check([url, "http://user:secret@exa mple/", "x://user:secret@h/"])
    #expect(
      report.links.map(\.url) == [
        "http://***@127.0.0.1:\(server.port)/a", "http://***@exa mple/", "x://***@h/",
      ])
    #expect(!report.json().contains("secret"))
    #expect(server.requests.allSatisfy { $0.header("authorization") == nil })
  }
}
