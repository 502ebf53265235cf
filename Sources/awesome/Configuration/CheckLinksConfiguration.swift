import HTTP
import LinkChecking

/// What a configuration says about link checking.
///
/// There is no key for what would let a stranger's file reach private addresses, send secrets, or turn a dead link green: that is
/// for the command line and the environment.
struct CheckLinksConfiguration: Sendable {
  /// Patterns of URLs that are not asked.
  var exclude: [String] = []
  /// Patterns of the only URLs that are asked; all when there are none.
  var include: [String] = []
  var pace = PaceSettings()
  /// Settings for some hosts, the later over the earlier.
  var hosts: [HostOverride] = []

  init() {}

  init(_ field: YAMLField) throws(ConfigurationError) {
    let fields = try field.fields(
      ["exclude", "include", "user-agent", "hosts"] + PaceSettings.numbers.map(\.name))
    exclude = try fields["exclude"]?.strings() ?? []
    include = try fields["include"]?.strings() ?? []
    for (name, keyPath, range) in PaceSettings.numbers {
      pace[keyPath: keyPath] = try fields[name]?.integer(in: range)
    }
    pace.userAgent = try fields["user-agent"]?.userAgent()
    for (key, value) in try fields["hosts"]?.entries() ?? [] {
      guard let pattern = HostPattern(key) else {
        throw value.error("`\(key)` is no host; `example.org` is one, and `*.example.org` stands for all below")
      }
      hosts.append(try HostOverride(pattern: pattern, value))
    }
  }

  /// Puts what is said over what is there.
  func apply(to options: inout SchedulerOptions) {
    pace.apply(to: &options)
    options.overrides += hosts
  }
}

/// What a configuration says about the hosts that a pattern matches.
extension HostOverride {
  /// Reads the keys of one pattern under `check-links.hosts`.
  ///
  /// What could make a bad link look good, or a secret leak (statuses to accept, certificates, headers), is no key.
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

/// How pages are asked for, as a configuration names it.
private enum MethodChoice: String, CaseIterable {
  case get
  case head

  var method: Request.Method { self == .get ? .get : .head }
}

extension YAMLField {
  /// A name that we can go by.
  func userAgent() throws(ConfigurationError) -> String {
    let text = try string()
    guard LinkLimits.isFieldValue(text) else { throw error("`\(name)` must be printable ASCII characters") }
    return text
  }
}

extension Int {
  fileprivate var asSeconds: Duration { .seconds(self) }
  fileprivate var asMilliseconds: Duration { .milliseconds(self) }
}
