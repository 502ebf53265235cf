import HTTP

/// Exchanges with a server on loopback.
enum Loopback {
  /// Longer than any answer takes, even while other tests use every core.
  static let patience = Duration.seconds(1200)

  /// A resolver that knows these names and no others.
  static func resolver(_ names: [String: [String]] = [:]) -> NameResolver {
    NameResolver { host in
      if host == "broken-resolver.test" { return .failure(.failed) }
      guard let addresses = names[host] else { return .failure(.nameNotFound) }
      return .success(addresses.compactMap { IPAddress($0) })
    }
  }

  /// Settings that open loopback, with two loops whatever the machine, and connections that last however busy it is.
  static var settings: CurlSettings {
    var settings = CurlSettings()
    settings.policy.allowed = [AddressRange("127.0.0.0/8")].compactMap { $0 }
    settings.loops = 2
    settings.connectionAge = patience
    return settings
  }
}
