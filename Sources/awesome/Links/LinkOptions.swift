import ArgumentParser
import HTTP
import LinkChecking
import Source

/// Which links are asked, and how.
struct LinkOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Do not ask URLs like this; ** is any text, * any without /.", valueName: "glob"))
  var exclude: [String] = []

  @Option(help: ArgumentHelp("Ask only URLs like this.", valueName: "glob"))
  var include: [String] = []

  @Option(help: ArgumentHelp("Ask URLs that begin with the one as if they began with the other.", valueName: "url=url"))
  var remap: [PrefixMap] = []

  @Option(help: ArgumentHelp("Take these statuses for good, as in 403,500..599.", valueName: "statuses"))
  var accept: StatusSet?

  @Option(
    name: .customLong("allow-address"),
    help: ArgumentHelp("Ask this range of private addresses too.", valueName: "cidr"))
  var allowAddress: [AddressRange] = []

  @OptionGroup var pace: PaceOptions
  @OptionGroup var security: SecurityOptions

  @Option(
    name: .customLong("control-name"),
    help: ArgumentHelp("A host that always exists, to tell dead links from a dead network.", valueName: "host"))
  var controlNames: [String] = []

  @Flag(help: "Ask nothing; judge only what needs no network.")
  var offline = false

  /// The options of a run over these files: the command line's, else those of the first configuration that says something.
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

  /// Who we are: the program, its version, what it does, and where an operator can ask about it.
  private static let userAgent = "awesome/\(Awesome.version) (link checker; +\(Awesome.projectURL))"
}
