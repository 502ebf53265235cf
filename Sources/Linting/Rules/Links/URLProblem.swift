import Source

/// What is wrong with the form of a web address.
struct URLProblem {
  let message: String
  let corrected: String?
  /// Whether the corrected address leads to the same page.
  let isSafe: Bool
  /// Whether the address hides another one.
  let isShortened: Bool

  private init(_ message: String, _ corrected: String? = nil, isSafe: Bool = false, isShortened: Bool = false) {
    self.message = message
    self.corrected = corrected
    self.isSafe = isSafe
    self.isShortened = isShortened
  }

  /// Reads an address that begins with `http://` or `https://`; nil where nothing is wrong.
  init?(of url: String) {
    guard let rest = Self.behindScheme(of: url[...]) else { return nil }
    let written = rest.upTo("/?#")
    let host = written.lowercased()
    let found =
      Self.doubled(rest) ?? Self.blank(url) ?? Self.percent(url) ?? Self.shortened(host)
      ?? (host.ends(with: "github.com") || host == "raw.githubusercontent.com"
        ? Self.onGitHub(url, host, path: rest[written.endIndex...]) : nil)
      ?? (host == "web.archive.org" ? Self.archived(rest) : nil)
    guard let found else { return nil }
    self = found
  }

  private static func doubled(_ rest: Substring) -> URLProblem? {
    guard beginsAgain(rest) else { return nil }
    var address = rest
    // However often it begins, only the last time counts.
    while let behind = behindScheme(of: address), beginsAgain(behind) { address = behind }
    let isWhole = behindScheme(of: address).map { !$0.isEmpty } ?? false
    return URLProblem("two schemes; write “\(address)”", isWhole ? String(address) : nil)
  }

  private static func beginsAgain(_ rest: Substring) -> Bool {
    ["http:", "https:", "http//", "https//"].contains { rest.begins(with: $0) }
  }

  private static func behindScheme(of address: Substring) -> Substring? {
    address.removing(prefix: "http://") ?? address.removing(prefix: "https://")
  }

  private static func blank(_ url: String) -> URLProblem? {
    var trimmed = url[...]
    while let rest = trimmed.removing(suffix: "%20") { trimmed = rest }
    if trimmed.endIndex < url.endIndex {
      return URLProblem("space at the end of the address; remove it", String(trimmed))
    }
    guard url.utf8.contains(UInt8(ascii: " ")) else { return nil }
    return URLProblem("space in the address; write “%20”", url.replacing(each: " ", by: "%20"), isSafe: true)
  }

  /// Percent signs that escape nothing, and escapes of what needs none (RFC 3986, section 2.3).
  private static func percent(_ url: String) -> URLProblem? {
    guard url.utf8.contains(UInt8(ascii: "%")) else { return nil }
    var plain: [UInt8] = []
    var rest = Array(url.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        plain.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        rest.prefix(2).allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
      else {
        return URLProblem(
          "“%” without two hexadecimal digits; write “%25” for the character itself")
      }
      plain += isUnreserved(value) ? [value] : [byte] + rest.prefix(2)
      rest = rest.dropFirst(2)
    }
    let corrected = String(decoding: plain, as: UTF8.self)
    if corrected == url { return nil }
    return URLProblem("needless escape; write “\(corrected)”", corrected, isSafe: true)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || "-._~".utf8.contains(byte)
  }

  private static func shortened(_ host: String) -> URLProblem? {
    let name = String(host.removing(prefix: "www.") ?? host[...])
    guard shorteners.contains(name) else { return nil }
    return URLProblem("shortened address; write the full one", isShortened: true)
  }

  private static func onGitHub(_ url: String, _ host: String, path: Substring) -> URLProblem? {
    let prefix = url[..<path.startIndex]
    if path.begins(with: "//"), host == "github.com" {
      let corrected = prefix + "/" + Substring(path.unicodeScalars.drop { $0 == "/" })
      return URLProblem("doubled slash; write “\(corrected)”", String(corrected), isSafe: true)
    }
    let parts = path.parts(at: "/")
    if host == "github.com", parts.count == 2, let name = parts[1].removing(suffix: ".git"), !name.isEmpty {
      let corrected = "\(prefix)/\(parts[0])/\(name)"
      return URLProblem("“.git” after a repository; write “\(corrected)”", corrected, isSafe: true)
    }
    guard let last = parts.last?.lowercased(), last.ends(with: ".md"), parts.count >= 4 else { return nil }
    if host != "github.com" {
      let page = "https://github.com/\(parts[0])/\(parts[1])/blob/" + parts.dropFirst(2).joined(separator: "/")
      return URLProblem("source of a page; write “\(page)”", page)
    }
    guard parts[2] == "raw" else { return nil }
    let page = "https://github.com/\(parts[0])/\(parts[1])/blob/" + parts.dropFirst(3).joined(separator: "/")
    return URLProblem("source of a page; write “\(page)”", page)
  }

  /// An address in the archive names a snapshot by its date; others lead to whatever is newest, or to a calendar.
  private static func archived(_ rest: Substring) -> URLProblem? {
    let parts = rest.parts(at: "/")
    guard parts.count > 2, parts[1] == "web", parts[2].utf8.first?.isASCIIDigit != true else { return nil }
    return URLProblem("archive address without date; link to a snapshot")
  }

  static let shorteners: Set<String> = [
    "bit.ly", "goo.gl", "tinyurl.com", "t.co", "ow.ly", "is.gd", "buff.ly", "rebrand.ly", "cutt.ly", "shorturl.at",
    "git.io", "tiny.cc", "bl.ink", "t.ly", "v.gd", "rb.gy", "lnkd.in", "dlvr.it", "ift.tt", "adf.ly", "j.mp",
    "amzn.to", "fb.me", "t.cn", "dwz.cn", "suo.im",
  ]
}
