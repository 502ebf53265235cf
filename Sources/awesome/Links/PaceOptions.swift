import ArgumentParser
import LinkChecking

/// How patiently and how fast hosts are asked.
struct PaceOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("The time for one request.", valueName: "seconds"))
  var timeout: Int?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How often to try again what fails in passing.", valueName: "count"))
  var retries: Int?

  @Option(
    name: .customLong("per-host"), parsing: .unconditional,
    help: ArgumentHelp("The most requests at a time to one domain; 8 by default.", valueName: "count"))
  var perHost: Int?

  @Option(
    name: .customLong("max-in-flight"), parsing: .unconditional,
    help: ArgumentHelp("The most requests at a time in all; 256 by default.", valueName: "count"))
  var maxInFlight: Int?

  @Option(
    name: .customLong("max-wait"), parsing: .unconditional,
    help: ArgumentHelp("The longest wait that a host may ask for; 60 by default.", valueName: "seconds"))
  var maxWait: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The time for the whole run; what is left then is not asked.", valueName: "seconds"))
  var deadline: Int?

  @Option(
    name: .customLong("user-agent"),
    help: ArgumentHelp(
      "What to call ourselves; by default the program, its version and its project's URL.", valueName: "text"))
  var userAgent: String?

  /// The same as a configuration says it.
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
