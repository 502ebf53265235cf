import HTTP
import LinkChecking

extension ProxySettings {
  /// The proxies that the environment of this process names.
  static var fromEnvironment: ProxySettings {
    let names = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"]
    let pairs = names.compactMap { name in Console.environment(name).map { (name, $0) } }
    return ProxySettings(environment: Dictionary(pairs) { first, _ in first })
  }
}
