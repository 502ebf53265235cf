public import Source

/// Which links are requested, and where, and which keep their redirects.
public struct LinkSelection: Hashable, Sendable {
  /// Links that are not requested.
  public var excluded: [Glob] = []
  /// The only links that are requested, unless empty; `excluded` has priority.
  public var included: [Glob] = []
  /// Links that stay as they are although they redirect permanently.
  public var keptRedirects: [Glob] = []
  /// The first matching map is used.
  public var remaps: [PrefixMap] = []

  public init() {}

  /// Why a URL, as written, is excluded; `nil` where it is not.
  public func exclusion(of url: String) -> String? {
    if let glob = excluded.first(where: { $0.matches(url) }) { return "excluded by \(glob.text)" }
    guard !included.isEmpty, !included.contains(where: { $0.matches(url) }) else { return nil }
    return "not included"
  }

  /// The URL to request for a written one.
  func remapped(_ url: String) -> String {
    for remap in remaps {
      if let result = remap.apply(to: url) { return result }
    }
    return url
  }
}

/// A prefix of URLs, and the prefix that replaces it in requests.
public struct PrefixMap: Hashable, Sendable {
  public let prefix: String
  public let replacement: String

  /// Reads `PREFIX=PREFIX`, split at the first `=` before a URL; `nil` where the first prefix is empty.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let cut = bytes.indices.first { index in
      bytes[index] == UInt8(ascii: "=")
        && (bytes[(index + 1)...].starts(with: "http://".utf8) || bytes[(index + 1)...].starts(with: "https://".utf8))
    }
    guard let cut, cut > 0 else { return nil }
    prefix = String(decoding: bytes[..<cut], as: UTF8.self)
    replacement = String(decoding: bytes[(cut + 1)...], as: UTF8.self)
  }

  public init(prefix: String, replacement: String) {
    self.prefix = prefix
    self.replacement = replacement
  }

  /// The URL to request; `nil` for a URL without the prefix.
  func apply(to url: String) -> String? {
    url.utf8.starts(with: prefix.utf8)
      ? replacement + String(decoding: url.utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : nil
  }
}
