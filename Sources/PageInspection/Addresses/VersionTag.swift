internal import HTTP
internal import Source

/// The version of a manual or program that a segment of a URL's path names: `v3.2.1`, `3.12`, `latest`.
struct VersionTag: Hashable {
  /// Whether this is the latest version, whichever it is.
  let isLatest: Bool
  /// Whether this is a number, or the latest by a word that no folder of another kind has.
  let isNamed: Bool

  /// Reads a segment in lower case; `nil` for another name.
  init?(_ segment: Substring) {
    isLatest = Self.latest.contains(String(segment))
    isNamed = !isLatest || Self.certain.contains(String(segment))
    if isLatest { return }
    let hasMark = segment.utf8.first == UInt8(ascii: "v")
    let number = (hasMark ? segment.dropFirst() : segment).prefix { $0 != "-" && $0 != "+" && $0 != "_" }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    // A number without a dot is a chapter or a year; the last part of a version may be a letter such as `x`.
    guard hasMark || parts.count > 1, parts.first?.utf8.allSatisfy(\.isASCIIDigit) == true,
      parts.dropFirst().allSatisfy({ part in
        part.utf8.first.map(\.isASCIIDigit) == true || part == "x" || part == "*"
      }),
      let first = parts.first, !first.isEmpty, first.utf8.count < 5
    else { return nil }
  }

  /// The versions that a URL's path names.
  static func all(in address: WebAddress) -> [VersionTag] {
    let path = address.url.lowercased().prefix { $0 != "?" }
    return path.split(separator: "/").dropFirst(2).compactMap { VersionTag($0) }
  }

  private static let certain: Set<String> = ["latest", "stable", "lts", "nightly"]
  private static let latest = certain.union(["current", "dev", "head", "main", "master", "release"])
}
