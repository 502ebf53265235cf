import ArgumentParser
import Diagnostics
import HTTP
import LinkChecking
import SystemPackage

/// The security of connections; set only by the user, never by a file of the list's repository.
struct SecurityOptions: ParsableArguments {
  @Option(
    name: .customLong("allow-address"),
    help: ArgumentHelp(
      "Allow requests to this range of private addresses, as in 10.0.0.0/8; default: none.", valueName: "cidr"),
    transform: { text in
      guard let range = AddressRange(text) else {
        throw ValidationError("write an address, or a range such as 10.0.0.0/8 or fd00::/8")
      }
      return range
    })
  var allowAddress: [AddressRange] = []

  @Option(
    name: .customLong("ca-file"),
    help: ArgumentHelp(
      "Trust the PEM certificates in this file; default: SSL_CERT_FILE, else the system's.", valueName: "file"),
    completion: .file())
  var certificateFile: String?

  @Option(
    help: ArgumentHelp(
      "Skip certificate verification for this host; *.example.org is all hosts below it; default: none.",
      valueName: "host"),
    transform: { text in
      guard let pattern = HostPattern(text) else {
        throw ValidationError("--insecure takes a host such as example.org or *.example.org, not \(text.inert)")
      }
      return pattern
    })
  var insecure: [HostPattern] = []

  @Option(
    name: .customLong("min-tls"),
    help: ArgumentHelp("Oldest version of TLS to accept; default: libcurl's.", valueName: "version"))
  var minimum: TLSPolicy.Version?

  mutating func validate() throws {
    if let certificateFile, FilePath(certificateFile).type != .regular {
      throw ValidationError("--ca-file takes a file of certificates; no such file: \(certificateFile.inert)")
    }
  }

  /// The settings of the transport, with the proxies of the environment.
  ///
  /// - Parameter isConnecting: whether certificates are needed.
  func curlSettings(isConnecting: Bool) throws(Failure) -> CurlSettings {
    var settings = CurlSettings()
    let names = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"]
    let pairs = names.compactMap { name in Console.environment(name).map { (name, $0) } }
    settings.proxies = ProxySettings(environment: Dictionary(pairs) { first, _ in first })
    if isConnecting { settings.certificates = try certificates }
    return settings
  }

  private var certificates: TrustedCertificates {
    get throws(Failure) {
      if let certificateFile { return TrustedCertificates(file: certificateFile) }
      // Without a verification none are needed.
      if insecure.contains(where: { $0.text == "*" }) { return TrustedCertificates() }
      do {
        return try TrustedCertificates(environment: Console.environment)
      } catch {
        throw Failure("\(error)")
      }
    }
  }

  /// The options for the named hosts.
  var overrides: [HostOverride] {
    var overrides: [HostOverride] = []
    if let minimum, let all = HostPattern("*") {
      var policy = HostOverride(pattern: all)
      policy.minimumTLS = minimum
      overrides.append(policy)
    }
    return overrides
      + insecure.map { pattern in
        var policy = HostOverride(pattern: pattern)
        policy.isVerified = false
        return policy
      }
  }
}
