import ArgumentParser
import HTTP
import LinkChecking
import Source

/// The links to check, and how.
struct LinkOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Skip URLs that match; ** matches any text, * any text without /.", valueName: "glob"))
  var exclude: [String] = []

  @Option(help: ArgumentHelp("Check only URLs that match; default: all.", valueName: "glob"))
  var include: [String] = []

  @Option(help: ArgumentHelp("Request URLs with the first prefix as if they had the second.", valueName: "url=url"))
  var remap: [PrefixMap] = []

  @Option(help: ArgumentHelp("Count these statuses as success, as in 403,500..599.", valueName: "statuses"))
  var accept: StatusSet?

  @Option(
    name: .customLong("allow-address"),
    help: ArgumentHelp("Allow requests to this range of private addresses, as in 10.0.0.0/8.", valueName: "cidr"))
  var allowAddress: [AddressRange] = []

  @OptionGroup var pace: PaceOptions
  @OptionGroup var security: SecurityOptions

  @Option(
    name: .customLong("control-name"),
    help: ArgumentHelp(
      "Host that always resolves unless the network is down; default: example.com and two more.", valueName: "host"))
  var controlNames: [String] = []

  @Flag(help: "Make no requests; check only what needs no network.")
  var offline = false

  /// The options of a run over these files: the command line's, else those of the first configuration that sets them.
  func checkOptions(for files: [ListFile]) throws(Failure) -> CheckOptions {
    let configurations = files.map(\.input.configuration.checkLinks)
    var options = CheckOptions()
    options.isOffline = offline
    if !controlNames.isEmpty { options.controlNames = controlNames }
    options.selection.excluded = (exclude + configurations.flatMap(\.exclude)).map { Glob($0) }
    options.selection.included = (include.isEmpty ? configurations.flatMap(\.include) : include).map { Glob($0) }
    options.selection.remaps = remap
    options.scheduler.policy = AddressPolicy(allowed: allowAddress)
    options.scheduler.startTime = WallClock.seconds
    options.scheduler.host.userAgent = Self.userAgent
    for configuration in configurations.reversed() { configuration.apply(to: &options.scheduler) }
    pace.settings.apply(to: &options.scheduler)
    if let accept { options.scheduler.host.accepted = accept }
    options.scheduler.overrides += security.overrides
    options.scheduler.headers = try HostHeaders.read(Console.environment(HostHeaders.variable))
    return options
  }

  /// The program, its version, its purpose, and the URL at which an operator finds its authors.
  private static let userAgent = "awesome/\(Awesome.version) (link checker; +\(Awesome.projectURL))"
}
