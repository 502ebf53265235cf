import HTTP
import LinkChecking

/// The key `check-links` of a configuration.
///
/// No key lets a stranger's file reach private addresses, send secrets, or pass a dead link: that is for the command line and the
/// environment.
struct CheckLinksConfiguration: Sendable {
  /// Patterns of URLs that are not checked.
  var exclude: [String] = []
  /// Patterns of the only URLs that are checked; empty for all.
  var include: [String] = []
  /// Patterns of URLs that stay as they are though they redirect for good.
  var keptRedirects: [String] = []
  var requests = RequestSettings()
  /// Options of some hosts; a later one overrides an earlier one.
  var hosts: [HostOverride] = []

  init() {}

  init(_ field: YAMLField) throws(ConfigurationError) {
    let fields = try field.fields(
      ["exclude", "include", "keep-redirects", "user-agent", "hosts"] + RequestSettings.numbers.map(\.name))
    exclude = try fields["exclude"]?.strings() ?? []
    include = try fields["include"]?.strings() ?? []
    keptRedirects = try fields["keep-redirects"]?.strings() ?? []
    for (name, keyPath, range) in RequestSettings.numbers {
      requests[keyPath: keyPath] = try fields[name]?.integer(in: range)
    }
    requests.userAgent = try fields["user-agent"]?.userAgent()
    for (key, value) in try fields["hosts"]?.entries() ?? [] {
      guard let pattern = HostPattern(key) else {
        throw value.error("`\(key)` is not a host; write `example.org`, or `*.example.org` for all hosts below it")
      }
      hosts.append(try HostOverride(pattern: pattern, value))
    }
  }

  /// Overrides the options with the configuration's.
  func apply(to options: inout SchedulerOptions) {
    requests.apply(to: &options)
    options.overrides += hosts
  }
}

/// The options of the hosts that a pattern matches.
extension HostOverride {
  /// Reads the keys of one pattern under `check-links.hosts`.
  ///
  /// No key could pass a dead link or leak a secret: accepted statuses, certificates, headers.
  init(pattern: HostPattern, _ field: YAMLField) throws(ConfigurationError) {
    self.init(pattern: pattern)
    let fields = try field.fields(["timeout", "retries", "per-host", "interval", "method", "user-agent", "min-tls"])
    timeout = try fields["timeout"]?.integer(in: LinkLimits.timeout).asSeconds
    retries = try fields["retries"]?.integer(in: LinkLimits.retries)
    perHost = try fields["per-host"]?.integer(in: LinkLimits.perHost)
    interval = try fields["interval"]?.integer(in: LinkLimits.interval).asMilliseconds
    method = try fields["method"]?.choice(MethodChoice.self).method
    userAgent = try fields["user-agent"]?.userAgent()
    minimumTLS = try fields["min-tls"]?.choice()
  }
}

/// The request method, as a configuration names it.
private enum MethodChoice: String, CaseIterable {
  case get
  case head

  var method: Request.Method { self == .get ? .get : .head }
}

extension YAMLField {
  /// A user agent that fits into a header field.
  func userAgent() throws(ConfigurationError) -> String {
    let text = try string()
    guard LinkLimits.isFieldValue(text) else { throw error("`\(name)` must be printable ASCII") }
    return text
  }
}

extension Int {
  fileprivate var asSeconds: Duration { .seconds(self) }
  fileprivate var asMilliseconds: Duration { .milliseconds(self) }
}
