public import Source

/// Which links are asked, and where.
public struct LinkSelection: Hashable, Sendable {
  /// Links that are not asked.
  public var excluded: [Glob] = []
  /// The only links that are asked, unless it is empty; what is excluded stays so.
  public var included: [Glob] = []
  /// The first that fits is used.
  public var remaps: [PrefixMap] = []

  public init() {}

  /// Why a URL, as it is written, is excluded; `nil` where it is not.
  public func exclusion(of url: String) -> String? {
    if let glob = excluded.first(where: { $0.matches(url) }) { return "excluded by \(glob.text)" }
    guard !included.isEmpty, !included.contains(where: { $0.matches(url) }) else { return nil }
    return "not included"
  }

  /// The URL that is asked for one that is written.
  func remapped(_ url: String) -> String {
    for remap in remaps {
      if let result = remap.apply(to: url) { return result }
    }
    return url
  }
}
