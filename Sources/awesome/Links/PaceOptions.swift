import ArgumentParser
import LinkChecking

/// The limits of requests: time, retries, concurrency.
struct PaceOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("Seconds for one request; default: 20.", valueName: "seconds"))
  var timeout: Int?

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
    help: ArgumentHelp("Longest wait in seconds that a host may ask for; default: 60.", valueName: "seconds"))
  var maxWait: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Seconds for the whole run; links left then are unchecked; default: no limit.", valueName: "seconds"))
  var deadline: Int?

  @Option(
    name: .customLong("user-agent"),
    help: ArgumentHelp(
      "User agent to send; default: the program, its version and its URL.", valueName: "text"))
  var userAgent: String?

  /// The options in the form that a configuration has them.
  var settings: PaceSettings {
    PaceSettings(
      timeout: timeout, retries: retries, perHost: perHost, maxInFlight: maxInFlight, maxWait: maxWait,
      deadline: deadline, userAgent: userAgent)
  }

  mutating func validate() throws {
    let settings = settings
    for (name, field, range) in PaceSettings.numbers {
      guard let value = settings[keyPath: field], !range.contains(value) else { continue }
      throw ValidationError("--\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    if let userAgent, !LinkLimits.isFieldValue(userAgent) {
      throw ValidationError("--user-agent takes printable ASCII characters")
    }
  }
}
