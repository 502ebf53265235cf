public import ArgumentParser
public import HTTP
import LinkChecking
import Source

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The links to check.
struct LinkSelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Check only links on lines that are new since the merge base with this git revision; default: all.",
      valueName: "rev"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Skip URLs that match; ** matches any text, * any text without /; default: none.", valueName: "glob"))
  var exclude: [String] = []

  @Option(help: ArgumentHelp("Check only URLs that match; default: all.", valueName: "glob"))
  var include: [String] = []

  @Option(
    help: ArgumentHelp(
      "Request URLs with the first prefix as if they had the second; default: as they are.", valueName: "url=url"),
    transform: { text in
      guard let map = PrefixMap(text) else {
        throw ValidationError("write two prefixes, as in https://a.example/=http://127.0.0.1:8000/")
      }
      return map
    })
  var remap: [PrefixMap] = []

  @Flag(help: "Request the https twin of every http address too; the same page there is a warning.")
  var https = false

  @Flag(help: "Print the URLs that would be requested, and request none.")
  var dump = false
}

extension CheckLinks {
  /// The options of a run over files with these configurations: those of the command line, else those of the first configuration that has them.
  func options(for configurations: [CheckLinksConfiguration]) throws(Failure) -> CheckOptions {
    var options = CheckOptions()
    options.isOffline = requests.offline
    if !requests.controlNames.isEmpty { options.controlNames = requests.controlNames }
    options.selection.excluded = links.exclude.map { Glob($0) } + configurations.flatMap(\.exclude).map(\.glob)
    options.selection.included =
      links.include.isEmpty ? configurations.flatMap(\.include).map(\.glob) : links.include.map { Glob($0) }
    options.selection.keptRedirects = configurations.flatMap(\.keptRedirects).map(\.glob)
    options.selection.remaps = links.remap
    options.scheduler.comparesHTTPS = links.https
    options.scheduler.excluded = options.selection.excluded
    options.scheduler.policy = AddressPolicy(allowed: security.allowAddress)
    options.scheduler.startTime = time(nil)
    options.scheduler.deadline = LinkLimits.defaultDeadline
    options.scheduler.host.userAgent = Self.userAgent
    for configuration in configurations.reversed() { configuration.apply(to: &options.scheduler) }
    requests.settings.apply(to: &options.scheduler)
    if let accept = requests.accept { options.scheduler.host.accepted = accept }
    options.scheduler.overrides += security.overrides
    options.scheduler.headers = try HostHeaders.read(Console.environment(HostHeaders.variable))
    return options
  }

  /// The program, its version, and the URL at which an operator finds its authors: stock filters refuse words such as "link" and "checker".
  private static let userAgent = "awesome/\(Awesome.version) (+\(Awesome.projectURL))"
}

extension TLSPolicy.Version: ExpressibleByArgument {}
