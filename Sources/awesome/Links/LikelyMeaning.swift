import HTTP
import Source
import SystemPackage

/// What a destination that leads to no file was probably meant to be, by its form.
enum LikelyMeaning {
  /// What to do, as a phrase without a full stop; nil where nothing is likely.
  ///
  /// - Parameter mayBeHost: whether the first part of the path is the one that is missing.
  static func advice(for url: String, mayBeHost: Bool) -> String? {
    let scalars = url.unicodeScalars
    if let character = invisible(in: url) { return character }
    guard mayBeHost else { return nil }
    if let first = scalars.first, let last = scalars.last, quotes.contains(first) || quotes.contains(last) {
      return "remove the quotation marks"
    }
    if let rest = behindMalformedScheme(url) { return "write “\(rest)”" }
    if isMail(url) { return "begin it with “mailto:”" }
    return beginsWithHost(url) ? "begin it with “https://”" : nil
  }

  /// The same for a web address that fails.
  static func advice(forWeb url: String) -> String? {
    let scalars = url.unicodeScalars
    if let character = invisible(in: url) { return character }
    if let last = scalars.last, quotes.contains(last) { return "remove the quotation mark at its end" }
    guard let start = url.place(of: ":")?.upperBound else { return nil }
    let rest = url[start...].unicodeScalars.drop { $0 == "/" || $0 == "\\" }
    let address = url.upTo("?#")
    if address.holds("\\") || !url[start...].begins(with: "//") {
      let slashed = String(Substring(rest)).upTo("?#").replacing(each: "\\", by: "/")
      return "write “\(url[..<start])//\(slashed)\(url[address.endIndex...])”"
    }
    return nil
  }

  /// The address that was meant by one with two schemes, such as `https://https//`; nil for one with a host named `http` alone.
  static func behindSecondScheme(_ url: String) -> String? {
    url.place(of: "://").flatMap { behindMalformedScheme(String(url[$0.upperBound...])) }
  }

  private static func invisible(in url: String) -> String? {
    url.unicodeScalars.first(where: isInvisible).map {
      "remove the invisible character U+\(String($0.value, radix: 16, uppercase: true).padded)"
    }
  }

  /// Whether a text begins with the name or address of a host and a port, which reads like a scheme.
  static func beginsWithPort(_ url: String) -> Bool {
    let authority = url.upTo("/?#")
    let host = authority.upTo(":")
    let port = authority[host.endIndex...].dropFirst()
    return !port.isEmpty && port.utf8.allSatisfy(\.isASCIIDigit)
      && (host.holds(".") || host.lowercased() == "localhost")
  }

  /// The name of a file in its folder that differs from a missing one in the case of letters only.
  static func otherCase(of name: String, in folder: FilePath) -> String? {
    let wanted = name.lowercased()
    return folder.fileNames.first { $0.lowercased() == wanted }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static let quotes = Set("\"'“”„‟‘’‚‛«»‹›「」『』《》＂＇".unicodeScalars)

  /// The address that was meant by one whose scheme has other marks behind it, such as `https//` or `http：//`, or a scheme before it.
  private static func behindMalformedScheme(_ url: String) -> String? {
    let lower = url.lowercased()
    guard let scheme = ["https", "http"].first(where: { lower.begins(with: $0) }) else { return nil }
    let rest = url.unicodeScalars.dropFirst(scheme.utf8.count)
    let marks = rest.prefix { ":;.,/\\：；／＼ ".unicodeScalars.contains($0) }
    let address = String(Substring(rest[marks.endIndex...]))
    guard marks.contains(where: { "/\\／＼".unicodeScalars.contains($0) }), beginsWithHost(address) else { return nil }
    return "\(scheme)://\(address)"
  }

  private static func isMail(_ url: String) -> Bool {
    let parts = url.upTo("?").split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !parts[0].holds("/") && isHost(parts[1])
  }

  private static func beginsWithHost(_ url: String) -> Bool {
    let authority = url.upTo("/?#")
    if beginsWithPort(url) { return true }
    return isHost(authority)
      && (url.utf8.dropFirst(authority.utf8.count).first == UInt8(ascii: "/") || !isFileName(authority))
  }

  /// Whether a text is a host's name below a domain, or an address of IPv4.
  private static func isHost(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1,
      labels.allSatisfy({ label in
        !label.isEmpty && label.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 >= 0x80 }
      }),
      let last = labels.last
    else { return false }
    if labels.count == 4, labels.allSatisfy({ UInt8($0) != nil }) { return true }
    return last.utf8.contains { $0 >= 0x80 } || PublicSuffixes.contains(last.lowercased())
  }

  /// Whether a name ends like a file's rather than a host's.
  private static func isFileName(_ name: Substring) -> Bool {
    let labels = name.lowercased().split(separator: ".")
    return labels.first != "www" && extensions.contains(String(labels.last ?? ""))
  }

  /// The extensions of files in repositories that are top-level domains, too.
  private static let extensions: Set<String> = [
    "bz", "cab", "cc", "cfd", "cs", "doc", "gz", "ink", "java", "md", "mk", "ml", "mm",
    "mo", "mov", "nix", "pl", "pm", "ps", "pub", "py", "rs", "sc", "sh", "so", "sql", "st", "tf", "ts", "vb", "vi",
    "vim", "zip",
  ]
}

extension String {
  /// A hexadecimal number of at least four digits.
  fileprivate var padded: String { String(repeating: "0", count: max(0, 4 - utf8.count)) + self }
}
