import ArgumentParser
import Diagnostics
import HTTP
import LinkChecking
import SystemPackage

/// How connections are secured; given by the user alone, never by a file of the list's repository.
struct SecurityOptions: ParsableArguments {
  @Option(
    name: .customLong("ca-file"),
    help: ArgumentHelp("Trust the certificates (PEM) in this file instead of the system's.", valueName: "file"))
  var certificateFile: String?

  @Option(
    help: ArgumentHelp("Do not verify the certificates of this host; *.example.org for all below.", valueName: "host"))
  var insecure: [HostPattern] = []

  @Option(name: .customLong("min-tls"), help: ArgumentHelp("The oldest TLS that will do.", valueName: "version"))
  var minimum: TLSPolicy.Version?

  mutating func validate() throws {
    if let certificateFile, FilePath(certificateFile).type != .regular {
      throw ValidationError("--ca-file takes a file of certificates; there is none at \(certificateFile.inert)")
    }
  }

  /// The settings for the hosts that are named.
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
