public import ArgumentParser
public import HTTP
import LinkChecking
import Source

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The links to check, and how.
struct LinkOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Skip URLs that match; ** matches any text, * any text without /.", valueName: "glob"))
  var exclude: [String] = []

  @Option(help: ArgumentHelp("Check only URLs that match; default: all.", valueName: "glob"))
  var include: [String] = []

  @Option(
    help: ArgumentHelp("Request URLs with the first prefix as if they had the second.", valueName: "url=url"),
    transform: { text in
      guard let map = PrefixMap(text) else {
        throw ValidationError("write two prefixes, as in https://a.example/=http://127.0.0.1:8000/")
      }
      return map
    })
  var remap: [PrefixMap] = []

  @Option(
    help: ArgumentHelp("Count these statuses as success, as in 403,500..599.", valueName: "statuses"),
    transform: statuses)
  var accept: StatusSet?

  @Option(
    name: .customLong("allow-address"),
    help: ArgumentHelp("Allow requests to this range of private addresses, as in 10.0.0.0/8.", valueName: "cidr"),
    transform: { text in
      guard let range = AddressRange(text) else {
        throw ValidationError("write an address, or a range such as 10.0.0.0/8 or fd00::/8")
      }
      return range
    })
  var allowAddress: [AddressRange] = []

  @OptionGroup var requests: RequestOptions
  @OptionGroup var security: SecurityOptions

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

  @Flag(help: "Request the https twin of every http address too; the same page there is a warning.")
  var https = false

  @Flag(help: "Make no requests; check only what needs no network.")
  var offline = false

  /// The options of a run over files with these configurations: those of the command line, else those of the first configuration that has them.
  func checkOptions(for configurations: [CheckLinksConfiguration]) throws(Failure) -> CheckOptions {
    var options = CheckOptions()
    options.isOffline = offline
    if !controlNames.isEmpty { options.controlNames = controlNames }
    options.selection.excluded = exclude.map { Glob($0) } + configurations.flatMap(\.exclude).map(\.glob)
    options.selection.included =
      include.isEmpty ? configurations.flatMap(\.include).map(\.glob) : include.map { Glob($0) }
    options.selection.keptRedirects = configurations.flatMap(\.keptRedirects).map(\.glob)
    options.selection.remaps = remap
    options.scheduler.comparesHTTPS = https
    options.scheduler.excluded = options.selection.excluded
    options.scheduler.policy = AddressPolicy(allowed: allowAddress)
    options.scheduler.startTime = time(nil)
    options.scheduler.host.userAgent = Self.userAgent
    for configuration in configurations.reversed() { configuration.apply(to: &options.scheduler) }
    requests.settings.apply(to: &options.scheduler)
    if let accept { options.scheduler.host.accepted = accept }
    options.scheduler.overrides += security.overrides
    options.scheduler.headers = try HostHeaders.read(Console.environment(HostHeaders.variable))
    return options
  }

  /// The settings of the transport, with the proxies of the environment.
  var curlSettings: CurlSettings {
    var settings = CurlSettings()
    let names = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"]
    let pairs = names.compactMap { name in Console.environment(name).map { (name, $0) } }
    settings.proxies = ProxySettings(environment: Dictionary(pairs) { first, _ in first })
    settings.certificateFile = security.certificateFile
    return settings
  }

  /// The program, its version, and the URL at which an operator finds its authors: stock filters refuse words such as "link" and "checker".
  private static let userAgent = "awesome/\(Awesome.version) (+\(Awesome.projectURL))"
}

/// Reads the statuses of `--accept`.
private func statuses(_ text: String) throws -> StatusSet {
  guard let statuses = StatusSet(text) else {
    throw ValidationError("write statuses, ranges and classes, separated by commas, as in 403,500..599 or 4xx")
  }
  return statuses
}

extension TLSPolicy.Version: ExpressibleByArgument {}
