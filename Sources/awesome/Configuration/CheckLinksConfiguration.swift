import JSON
import HTTP
import LinkChecking
import LinkHistory
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

  /// How many nights a failure takes to last; nil where it is not set.
  var thresholds: Thresholds?

  var hasNoPatterns: Bool { exclude.isEmpty && include.isEmpty && keptRedirects.isEmpty && hosts.isEmpty }

  static var keys: [ConfigurationKey<CheckLinksConfiguration>] {
    [
      ConfigurationKey(
        "exclude", .patterns, at: \.exclude, "URLs that are not checked; `**` is any text, `*` any text without `/`."),
      ConfigurationKey("include", .patterns, at: \.include, "The only URLs that are checked; all without this key."),
      ConfigurationKey(
        "keep-redirects", .patterns, at: \.keptRedirects, "URLs that stay as they are though they redirect permanently."
      ),
      ConfigurationKey(
        "accept", .statuses, at: \.accepted,
        "Statuses that count as success, such as `403`, `500..599` or `5xx`; never 404 and 410."),
    ] + RequestSettings.keys.map { $0.of(\.requests) } + [
      ConfigurationKey(
        "hosts", .entries(HostOverride.keys),
        "Settings for some hosts, such as `example.org`, or `*.example.org` for all hosts below it; a later one overrides."
      ) { (links, fields) throws(ConfigurationError) in
        for (key, field) in fields { try links.add(field, for: key) }
      },
      ConfigurationKey(
        "history", .mapping(Thresholds.keys, from: Thresholds()), at: \.thresholds,
        "The nights in a row that a failure takes to last, with `--state`."),
    ]
  }

  /// Adds the options of the hosts that a pattern matches.
  private mutating func add(_ field: YAMLField, for key: String) throws(ConfigurationError) {
    guard let pattern = HostPattern(key) else {
      throw field.error("`\(key)` is not a host; write `example.org`, or `*.example.org` for all hosts below it")
    }
    var override = HostOverride(pattern: pattern)
    try field.read(HostOverride.keys, into: &override)
    hosts.append((LinkPattern(key, at: field, key: "check-links.hosts"), override))
  }

  /// Overrides the options with the configuration's.
  func apply(to options: inout SchedulerOptions) {
    requests.apply(to: &options)
    if let accepted { options.host.accepted = accepted }
    options.overrides += hosts.map(\.override)
  }
}

extension RequestSettings {
  static var keys: [ConfigurationKey<RequestSettings>] {
    [
      ConfigurationKey(
        "timeout", .duration(in: LinkLimits.InFile.timeout), at: \.timeout, default: "20s",
        "The longest time for one request."
      ),
      ConfigurationKey(
        "retries", .integer(in: LinkLimits.InFile.retries), at: \.retries, default: 2,
        "Retries after a transient failure."),
      ConfigurationKey(
        "per-host", .integer(in: LinkLimits.perHost), at: \.perHost, default: 8, "Concurrent requests to one domain."),
      ConfigurationKey(
        "max-in-flight", .integer(in: LinkLimits.maxInFlight), at: \.maxInFlight, default: 256,
        "Concurrent requests in all."),
      ConfigurationKey(
        "max-wait", .duration(in: LinkLimits.InFile.maxWait), at: \.maxWait, default: "60s",
        "The longest wait that a host may demand."),
      ConfigurationKey(
        "deadline", .duration(in: LinkLimits.InFile.deadline), at: \.deadline, default: "5h",
        "The longest time for the whole run; links left then are unchecked."),
      ConfigurationKey("user-agent", .userAgent, at: \.userAgent, "The user agent to send."),
    ]
  }
}

extension Thresholds {
  static var keys: [ConfigurationKey<Thresholds>] {
    let nights = ConfigurationValue.integer(in: 1...LinkState.nightLimit)
    return [
      ConfigurationKey("gone", nights, at: \.gone, default: 2, "Nights until a link that is gone is an error."),
      ConfigurationKey("broken", nights, at: \.broken, default: 3, "Nights until a broken link is an error."),
      ConfigurationKey(
        "transient", nights, at: \.transient, default: 7, "Nights until a transient failure is an error."),
      ConfigurationKey("suspect", nights, at: \.suspect, default: 3, "Nights until a suspect link is a warning."),
    ]
  }
}

extension HostOverride {
  /// The keys of one pattern under `check-links.hosts`; none could leak a secret, as certificates and headers could.
  static var keys: [ConfigurationKey<HostOverride>] {
    [
      ConfigurationKey(
        "timeout", .duration(in: LinkLimits.InFile.timeout), at: \.timeout, "The longest time for one request."),
      ConfigurationKey(
        "retries", .integer(in: LinkLimits.InFile.retries), at: \.retries, "Retries after a transient failure."),
      ConfigurationKey(
        "per-host", .integer(in: LinkLimits.perHost), at: \.perHost, "Concurrent requests to the domain."),
      ConfigurationKey(
        "interval", .duration(in: LinkLimits.InFile.interval), at: \.interval, default: "0s",
        "The shortest time between two requests."),
      ConfigurationKey(
        "method", ConfigurationValue<MethodChoice>.choice, default: "get", "The method of requests."
      ) { $0.method = $1.method },
      ConfigurationKey("user-agent", .userAgent, at: \.userAgent, "The user agent to send."),
      ConfigurationKey("min-tls", .choice, at: \.minimumTLS, "The oldest version of TLS to accept."),
      ConfigurationKey(
        "accept", .statuses, at: \.accepted, "Statuses that count as success; never 404 and 410."),
      ConfigurationKey(
        "fragments", .choice, at: \.fragments, default: "check",
        "The verdict of a missing fragment: `broken` (`check`), `suspect`, or none (`off`)."),
    ]
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
