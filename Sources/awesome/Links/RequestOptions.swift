import ArgumentParser
import HTTP
import LinkChecking
import Source

/// The limits of requests: time, retries, concurrency.
struct RequestOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Count these statuses as success, as in 403,500..599; default: as configured, else none.", valueName: "statuses"),
    transform: statuses)
  var accept: StatusSet?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Longest time for one request, as in 30, 30s or 2m; default: 20s.", valueName: "duration"),
    transform: duration)
  var timeout: Duration?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Retries after a transient failure; default: 2.", valueName: "count"))
  var retries: Int?

  @Option(
    name: .customLong("per-host"), parsing: .unconditional,
    help: ArgumentHelp("Concurrent requests to one domain; default: 8.", valueName: "count"))
  var perHost: Int?

  @Option(
    name: .customLong("max-in-flight"), parsing: .unconditional,
    help: ArgumentHelp("Concurrent requests in all; default: 256.", valueName: "count"))
  var maxInFlight: Int?

  @Option(
    name: .customLong("max-wait"), parsing: .unconditional,
    help: ArgumentHelp("Longest wait that a host may demand; default: 60s.", valueName: "duration"),
    transform: duration)
  var maxWait: Duration?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Longest time for the whole run; links left then are unchecked; default: 5h.", valueName: "duration"),
    transform: duration)
  var deadline: Duration?

  @Option(
    name: .customLong("user-agent"),
    help: ArgumentHelp(
      "User agent to send; default: the program, its version and its URL.", valueName: "text"))
  var userAgent: String?

  @Option(
    name: .customLong("control-name"),
    help: ArgumentHelp(
      "Host that always resolves unless the network is down; default: example.com and two more.", valueName: "host"),
    transform: { text in
      guard !text.contains("*"), HostPattern(text) != nil else {
        throw ValidationError("write a host such as example.com")
      }
      return text
    })
  var controlNames: [String] = []

  @Flag(help: "Make no requests; check only what needs no network.")
  var offline = false

  var settings: RequestSettings {
    RequestSettings(
      timeout: timeout, retries: retries, perHost: perHost, maxInFlight: maxInFlight,
      maxWait: maxWait, deadline: deadline, userAgent: userAgent)
  }

  mutating func validate() throws {
    let settings = settings
    for (name, field, range) in RequestSettings.numbers {
      guard let value = settings[keyPath: field], !range.contains(value) else { continue }
      throw ValidationError("--\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    for (name, field, range) in RequestSettings.durations {
      guard let value = settings[keyPath: field], !range.contains(value) else { continue }
      throw ValidationError("--\(name) takes \(range.lowerBound.text) to \(range.upperBound.text)")
    }
    if let userAgent, !LinkLimits.isFieldValue(userAgent) {
      throw ValidationError("--user-agent takes printable ASCII characters")
    }
  }
}

/// Reads the statuses of `--accept`.
private func statuses(_ text: String) throws -> StatusSet {
  guard let statuses = StatusSet(text) else {
    throw ValidationError("write statuses, ranges and classes, separated by commas, as in 403,500..599 or 4xx")
  }
  return statuses
}

/// Reads a duration on the command line.
private func duration(_ text: String) throws -> Duration {
  guard let duration = Duration(text: text) else {
    throw ValidationError("write seconds, or a number with s, m, h or d, as in 30s")
  }
  return duration
}

/// The same options, from the command line or a configuration; `nil` where they are not set.
struct RequestSettings: Hashable, Sendable {
  /// Longest time for one request.
  var timeout: Duration?
  var retries: Int?
  /// Concurrent requests to one domain.
  var perHost: Int?
  /// Concurrent requests.
  var maxInFlight: Int?
  /// Longest wait that a host may demand.
  var maxWait: Duration?
  /// Longest time for the whole run.
  var deadline: Duration?
  var userAgent: String?

  /// The numbers: the name on the command line and in a configuration, the property, and its range.
  static var numbers: [(name: String, field: WritableKeyPath<RequestSettings, Int?>, range: ClosedRange<Int>)] {
    [
      ("retries", \.retries, LinkLimits.retries), ("per-host", \.perHost, LinkLimits.perHost),
      ("max-in-flight", \.maxInFlight, LinkLimits.maxInFlight),
    ]
  }

  /// The durations, likewise.
  static var durations:
    [(name: String, field: WritableKeyPath<RequestSettings, Duration?>, range: ClosedRange<Duration>)]
  {
    [
      ("timeout", \.timeout, LinkLimits.timeout), ("max-wait", \.maxWait, LinkLimits.maxWait),
      ("deadline", \.deadline, LinkLimits.deadline),
    ]
  }

  /// Overrides the options that are set here.
  func apply(to options: inout SchedulerOptions) {
    if let timeout { options.host.limit(to: timeout) }
    if let retries { options.host.retries = retries }
    if let perHost { options.host.perHost = perHost }
    if let maxInFlight { options.maxInFlight = maxInFlight }
    if let maxWait { options.maxWait = maxWait }
    if let deadline { options.deadline = deadline }
    if let userAgent { options.host.userAgent = userAgent }
  }
}

/// The limits of the same options on the command line.
enum LinkLimits {
  static let timeout = Duration.seconds(1)...(.seconds(3_600))
  static let retries = 0...10
  /// No operator would take more for a visitor.
  static let perHost = 1...64
  static let maxInFlight = 1...4_096
  static let maxWait = Duration.zero...(.seconds(86_400))
  static let deadline = Duration.seconds(1)...(.seconds(604_800))

  /// The limits in a configuration, which may be a stranger's, where they are closer.
  enum InFile {
    static let timeout = Duration.seconds(1)...(.seconds(120))
    static let retries = 0...5
    static let maxWait = Duration.zero...(.seconds(600))
    static let deadline = Duration.seconds(1)...defaultDeadline
    static let interval = Duration.zero...(.seconds(10))
  }

  /// Within the six hours that GitHub gives a job.
  static let defaultDeadline = Duration.seconds(5 * 3_600)

  /// Whether a text can be the value of a header field: printable ASCII, and not empty.
  static func isFieldValue(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 8_192 && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}

extension HostSettings {
  /// Sets the time for one exchange, which also limits the time for connecting.
  fileprivate mutating func limit(to duration: Duration) {
    timeout = duration
    connectTimeout = min(connectTimeout, timeout)
  }
}
