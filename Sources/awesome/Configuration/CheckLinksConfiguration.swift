import HTTP
import LinkChecking
import YAML

/// The key `check-links` of a configuration.
///
/// No key lets a stranger's file reach private addresses, send secrets, or take a page that is gone for one that is there: that is for the
/// command line and the environment.
struct CheckLinksConfiguration: Sendable {
  /// Patterns of URLs that are not checked.
  var exclude: [LinkPattern] = []
  /// Patterns of the only URLs that are checked; empty for all.
  var include: [LinkPattern] = []
  /// Patterns of URLs that stay as they are although they redirect permanently.
  var keptRedirects: [LinkPattern] = []
  var requests = RequestSettings()
  /// Statuses that count as success.
  var accepted: StatusSet?
  /// Options of some hosts; a later one overrides an earlier one.
  var hosts: [(pattern: LinkPattern, override: HostOverride)] = []

  var hasNoPatterns: Bool { exclude.isEmpty && include.isEmpty && keptRedirects.isEmpty && hosts.isEmpty }

  init() {}

  init(_ field: YAMLField) throws(ConfigurationError) {
    let fields = try field.fields(
      ["exclude", "include", "keep-redirects", "accept", "user-agent", "hosts"]
        + RequestSettings.numbers.map(\.name) + RequestSettings.durations.map(\.name))
    exclude = try LinkPattern.list(fields["exclude"])
    include = try LinkPattern.list(fields["include"])
    keptRedirects = try LinkPattern.list(fields["keep-redirects"])
    for (name, keyPath, range) in RequestSettings.numbers {
      requests[keyPath: keyPath] = try fields[name]?.integer(in: range)
    }
    for (name, keyPath, range) in RequestSettings.durations {
      requests[keyPath: keyPath] = try fields[name]?.duration(in: range)
    }
    accepted = try fields["accept"]?.statuses()
    requests.userAgent = try fields["user-agent"]?.userAgent()
    for (key, value) in try fields["hosts"]?.entries() ?? [] {
      guard let pattern = HostPattern(key) else {
        throw value.error("`\(key)` is not a host; write `example.org`, or `*.example.org` for all hosts below it")
      }
      let name = field.name + ".hosts"
      hosts.append((LinkPattern(key, at: value, key: name), try HostOverride(pattern: pattern, value)))
    }
  }

  /// Overrides the options with the configuration's.
  func apply(to options: inout SchedulerOptions) {
    requests.apply(to: &options)
    if let accepted { options.host.accepted = accepted }
    options.overrides += hosts.map(\.override)
  }
}

/// The options of the hosts that a pattern matches.
extension HostOverride {
  /// Reads the keys of one pattern under `check-links.hosts`.
  ///
  /// No key could leak a secret: certificates, headers.
  init(pattern: HostPattern, _ field: YAMLField) throws(ConfigurationError) {
    self.init(pattern: pattern)
    let fields = try field.fields([
      "timeout", "retries", "per-host", "interval", "method", "user-agent", "min-tls", "accept", "fragments",
    ])
    timeout = try fields["timeout"]?.duration(in: LinkLimits.timeout)
    retries = try fields["retries"]?.integer(in: LinkLimits.retries)
    perHost = try fields["per-host"]?.integer(in: LinkLimits.perHost)
    interval = try fields["interval"]?.duration(in: LinkLimits.interval)
    method = try fields["method"]?.choice(MethodChoice.self).method
    userAgent = try fields["user-agent"]?.userAgent()
    minimumTLS = try fields["min-tls"]?.choice()
    accepted = try fields["accept"]?.statuses()
    fragments = try fields["fragments"]?.choice()
  }
}

/// The request method, as a configuration names it.
private enum MethodChoice: String, CaseIterable {
  case get
  case head

  var method: Request.Method { self == .get ? .get : .head }
}

extension YAMLField {
  /// Statuses as `--accept` takes them, or a list of such texts; those of pages that are gone are none.
  func statuses() throws(ConfigurationError) -> StatusSet {
    let isList = if case .sequence = node.value { true } else { false }
    let text = isList ? try strings().joined(separator: ",") : try string()
    guard let statuses = StatusSet(text) else { throw error("`\(name)` must be statuses, as in `403,500..599`") }
    guard !statuses.contains(404), !statuses.contains(410) else {
      throw error("`\(name)` must not have 404 or 410, pages that are gone; `--accept` may, or exclude the links")
    }
    return statuses
  }

  /// A user agent that fits into a header field.
  func userAgent() throws(ConfigurationError) -> String {
    let text = try string()
    guard LinkLimits.isFieldValue(text) else { throw error("`\(name)` must be printable ASCII") }
    return text
  }
}
