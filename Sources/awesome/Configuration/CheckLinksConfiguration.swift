import LinkChecking

/// What a configuration says about link checking.
///
/// There is no key for what would let a stranger's file reach private addresses, send secrets, or turn a dead link green: that is
/// for the command line and the environment.
struct CheckLinksConfiguration: Sendable {
  /// Patterns of URLs that are not asked.
  var exclude: [String] = []
  /// Patterns of the only URLs that are asked; all when there are none.
  var include: [String] = []
  var pace = PaceSettings()
  /// Settings for some hosts, the later over the earlier.
  var hosts: [HostOverride] = []

  init() {}

  init(_ field: YAMLField) throws(ConfigurationError) {
    let fields = try field.fields(
      ["exclude", "include", "user-agent", "hosts"] + PaceSettings.numbers.map(\.name))
    exclude = try fields["exclude"]?.strings() ?? []
    include = try fields["include"]?.strings() ?? []
    for (name, keyPath, range) in PaceSettings.numbers {
      pace[keyPath: keyPath] = try fields[name]?.integer(in: range)
    }
    pace.userAgent = try fields["user-agent"]?.userAgent()
    for (key, value) in try fields["hosts"]?.entries() ?? [] {
      guard let pattern = HostPattern(key) else {
        throw value.error("`\(key)` is no host; `example.org` is one, and `*.example.org` stands for all below")
      }
      hosts.append(try HostOverride(pattern: pattern, value))
    }
  }

  /// Puts what is said over what is there.
  func apply(to options: inout SchedulerOptions) {
    pace.apply(to: &options)
    options.overrides += hosts
  }
}
