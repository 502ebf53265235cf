/// A service that stands before a site and turns programs away: behind it the site is alive.
struct Wall: Sendable {
  /// The service's name, as reports show it.
  let name: String
  /// Whether an answer is the wall's and not the site's.
  let matches: @Sendable (_ response: Response) -> Bool

  /// The wall that an answer comes from.
  static func behind(_ response: Response) -> Wall? {
    all.first { $0.matches(response) }
  }
}

extension Response {
  /// Whether a header field is there and contains a text, in any case.
  func header(_ name: String, contains text: String) -> Bool {
    headers.first(name)?.lowercased().contains(text) ?? false
  }

  /// Whether a cookie whose name begins like this is set.
  func setsCookie(_ prefix: String) -> Bool {
    headers.contains { $0.name.lowercased() == "set-cookie" && $0.value.lowercased().hasPrefix(prefix) }
  }

  /// Whether the first 16 KiB of the body contain a text, exactly.
  func bodyContains(_ text: String) -> Bool { body.beginning(contains: text) }
}

extension [UInt8] {
  /// Whether the first 16 KiB contain a text, exactly.
  func beginning(contains text: String) -> Bool {
    let pattern = Array(text.utf8)
    guard let first = pattern.first else { return true }
    let bytes = prefix(16 * 1024)
    var start = bytes.startIndex
    while let index = bytes[start...].firstIndex(of: first) {
      if bytes[index...].starts(with: pattern) { return true }
      start = index + 1
    }
    return false
  }
}
