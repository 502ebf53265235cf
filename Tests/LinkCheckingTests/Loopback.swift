import HTTP
import LinkChecking
import Source
import TestSupport

/// Checks against a server on loopback, with short waits.
enum Loopback {
  /// A resolver that knows these names and no others.
  static func resolver(_ names: [String: [String]] = [:]) -> NameResolver {
    NameResolver { host in
      if host == "broken-resolver.test" { return .failure(.failed) }
      guard let addresses = names[host] else { return .failure(.nameNotFound) }
      return .success(addresses.compactMap { IPAddress($0) })
    }
  }

  /// Longer than any answer takes, even while other tests use every core.
  static let patience = Duration.seconds(1200)

  /// Options that open loopback, retry at once, and wait for every answer.
  static func options() -> CheckOptions {
    var options = CheckOptions()
    options.scheduler.policy.allowed = [AddressRange("127.0.0.0/8")].compactMap { $0 }
    options.scheduler.backoff = .milliseconds(20)
    options.scheduler.secondPass = .milliseconds(20)
    options.scheduler.host.timeout = patience
    options.scheduler.host.connectTimeout = patience
    options.controlNames = ["control.test"]
    return options
  }

  static func links(_ urls: [String]) -> [LinkToCheck] {
    urls.enumerated().map { index, url in
      let occurrence = LinkOccurrence(
        file: "awesome.md", location: SourceLocation(line: index + 1, column: 3),
        range: SourceRange(index * 1000, index * 1000 + url.utf8.count))
      return LinkToCheck(url: url, occurrences: [occurrence])
    }
  }

  static func checker(_ options: CheckOptions, names: [String: [String]] = [:]) -> LinkChecker {
    let resolver = resolver(names.merging(["control.test": ["127.0.0.1"]]) { $1 })
    return LinkChecker(
      options: options, transport: CurlTransport(settings: options.curl, resolver: resolver), resolver: resolver)
  }

  static func check(
    _ urls: [String], _ options: CheckOptions = options(), names: [String: [String]] = [:]
  ) async -> CheckReport {
    await checker(options, names: names).check(links(urls))
  }
}

extension CheckOptions {
  /// The transport's settings for these options, with two loops whatever the machine, and connections that last however busy it is.
  var curl: CurlSettings {
    var settings = CurlSettings()
    settings.policy = scheduler.policy
    settings.loops = 2
    settings.connectionAge = Loopback.patience
    return settings
  }
}
