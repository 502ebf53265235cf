import Source

/// Addresses as messages show them.
enum ShownAddress {
  /// The most characters of an address in a message.
  static let limit = 80

  /// The address, without its middle where it is long: its host and its end tell most.
  static func short(_ url: String) -> String {
    let scalars = url.unicodeScalars
    guard scalars.count > limit else { return url }
    let head = limit * 3 / 5
    return String(scalars.prefix(head)) + "…" + String(scalars.suffix(limit - head - 1))
  }

  /// The host and port of a web address; of another one its scheme with the colon; of a path `files`.
  static func host(of url: String) -> String {
    // By bytes: a mark after a colon is a part of the same character.
    let scheme = url.upTo(":/?#")
    guard url[scheme.endIndex...].utf8.first == UInt8(ascii: ":") else {
      return url.begins(with: "//") ? host(of: "https:" + url) : "files"
    }
    guard let rest = url[scheme.endIndex...].removing(prefix: "://") else { return scheme.lowercased() + ":" }
    return (rest.upTo("/?#").parts(at: "@").last ?? "").lowercased()
  }
}
