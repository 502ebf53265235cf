import ArgumentParser
import LinkChecking

/// How patiently and how fast hosts are asked.
struct PaceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The time for one request.", valueName: "seconds"))
  var timeout: Int?

  @Option(help: ArgumentHelp("How often to try again what fails in passing.", valueName: "count"))
  var retries: Int?

  @Option(
    name: .customLong("per-host"),
    help: ArgumentHelp("The most requests at a time to one domain; 8 by default.", valueName: "count"))
  var perHost: Int?

  @Option(
    name: .customLong("max-in-flight"),
    help: ArgumentHelp("The most requests at a time in all; 256 by default.", valueName: "count"))
  var maxInFlight: Int?

  @Option(
    name: .customLong("max-wait"),
    help: ArgumentHelp("The longest wait that a host may ask for; 60 by default.", valueName: "seconds"))
  var maxWait: Int?

  @Option(help: ArgumentHelp("The time for the whole run; what is left then is not asked.", valueName: "seconds"))
  var deadline: Int?

  @Option(name: .customLong("user-agent"), help: ArgumentHelp("What to call ourselves.", valueName: "text"))
  var userAgent: String?

  mutating func validate() throws {
    try Self.check("--timeout", timeout, LinkLimits.timeout, "seconds")
    try Self.check("--retries", retries, LinkLimits.retries, "retries")
    try Self.check("--per-host", perHost, LinkLimits.perHost, "requests")
    try Self.check("--max-in-flight", maxInFlight, LinkLimits.maxInFlight, "requests")
    try Self.check("--max-wait", maxWait, LinkLimits.maxWait, "seconds")
    try Self.check("--deadline", deadline, LinkLimits.deadline, "seconds")
    if let userAgent, !LinkLimits.isFieldValue(userAgent) {
      throw ValidationError("--user-agent takes printable ASCII characters")
    }
  }

  private static func check(_ name: String, _ value: Int?, _ range: ClosedRange<Int>, _ unit: String) throws {
    guard let value, !range.contains(value) else { return }
    throw ValidationError("\(name) takes \(range.lowerBound) to \(range.upperBound) \(unit)")
  }

  func apply(to options: inout SchedulerOptions) {
    if let timeout { options.host.limit(seconds: timeout) }
    if let retries { options.host.retries = retries }
    if let perHost { options.host.perHost = perHost }
    if let maxInFlight { options.maxInFlight = maxInFlight }
    if let maxWait { options.maxWait = .seconds(maxWait) }
    if let deadline { options.deadline = .seconds(deadline) }
    if let userAgent { options.host.userAgent = userAgent }
  }
}
