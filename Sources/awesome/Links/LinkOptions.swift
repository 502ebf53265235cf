import ArgumentParser
import LinkChecking

/// Which links are asked, and how.
struct LinkOptions: ParsableArguments {
  @Option(
    name: .customLong("exclude"),
    help: ArgumentHelp("Do not ask URLs like this; ** is any text, * any without /.", valueName: "glob"))
  var exclude: [String] = []

  @Option(
    name: .customLong("allow-address"),
    help: ArgumentHelp("Ask this range of private addresses too.", valueName: "cidr"))
  var allowAddress: [String] = []

  @Option(
    name: .customLong("accept"),
    help: ArgumentHelp("Take these statuses for good, as in 403,500..599.", valueName: "statuses"))
  var accept: String?

  @Option(help: ArgumentHelp("The time for one request.", valueName: "seconds"))
  var timeout: Int?

  @Option(help: ArgumentHelp("How often to try again what fails in passing.", valueName: "count"))
  var retries: Int?

  @Option(
    name: .customLong("control-name"),
    help: ArgumentHelp("A host that always exists, to tell dead links from a dead network.", valueName: "host"))
  var controlNames: [String] = []

  @Flag(help: "Ask nothing; judge only what needs no network.")
  var offline = false

  mutating func validate() throws {
    if let timeout, !(1...3_600).contains(timeout) { throw ValidationError("--timeout takes 1 to 3600 seconds") }
    if let retries, !(0...10).contains(retries) { throw ValidationError("--retries takes 0 to 10") }
    if let accept, StatusSet(accept) == nil { throw ValidationError("--accept takes statuses, as in 403,500..599") }
    for range in allowAddress where AddressRange(range) == nil {
      throw ValidationError("--allow-address takes a range of addresses, as in 127.0.0.0/8; \(range) is none")
    }
  }

  /// The options of a run over these files: the command line's, else those of the first configuration that says something.
  func checkOptions(for files: [ListFile]) throws(Failure) -> CheckOptions {
    let configurations = files.map(\.input.configuration)
    var options = CheckOptions()
    options.isOffline = offline
    if !controlNames.isEmpty { options.controlNames = controlNames }
    options.selection.excluded = (exclude + configurations.flatMap(\.checkLinks.exclude)).map(Glob.init)
    var allowed = allowAddress.compactMap(AddressRange.init)
    for configuration in configurations {
      for text in configuration.checkLinks.allowAddress {
        guard let range = AddressRange(text) else {
          throw Failure(
            "\(configuration.file ?? ""): `check-links.allow-address` takes ranges of addresses, as in 127.0.0.0/8; "
              + "`\(text)` is none")
        }
        allowed.append(range)
      }
    }
    options.scheduler.policy = AddressPolicy(allowed: allowed)
    if let seconds = timeout ?? configurations.lazy.compactMap(\.checkLinks.timeout).first {
      options.scheduler.host.timeout = .seconds(seconds)
      options.scheduler.host.connectTimeout = min(options.scheduler.host.connectTimeout, .seconds(seconds))
    }
    if let retries = retries ?? configurations.lazy.compactMap(\.checkLinks.retries).first {
      options.scheduler.host.retries = retries
    }
    if let accept, let statuses = StatusSet(accept) { options.scheduler.host.accepted = statuses }
    return options
  }
}
