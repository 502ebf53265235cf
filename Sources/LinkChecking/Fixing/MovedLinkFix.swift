internal import HTTP
internal import PageInspection
public import Source

/// The edits that replace the URLs of moved links in their files.
public enum MovedLinkFix {
  /// The edits for each file: they replace the destination of every occurrence.
  ///
  /// A moved link stays as it is if `objection(to:)` has a reason, or the same file has the new URL already.
  ///
  /// - Parameter report: of links whose ranges are those of the files as they are.
  /// - Returns: by file, as its occurrences name it, the edits in file order.
  public static func edits(for report: CheckReport) -> [String: [Edit]] {
    // The other addresses matter only for an edit.
    guard report.links.contains(where: { $0.verdict == .moved }) else { return [:] }
    var present = addresses(in: report)
    var edits: [String: [Edit]] = [:]
    for link in report.links where link.verdict == .moved {
      guard let target = link.target, objection(to: link) == nil else { continue }
      let (old, new) = (spelling(link.url), spelling(target))
      for (file, places) in Dictionary(grouping: link.occurrences, by: \.file) {
        // The same link in another spelling does not count.
        let owner = present[file]?[new]
        guard owner == nil || owner == .some(old) else { continue }
        present[file, default: [:]][new] = old
        // An empty range is an unknown place.
        edits[file, default: []] += places.filter { !$0.range.isEmpty }.map {
          Edit($0.range, ReadableURL.written(destination(target), like: link.url))
        }
      }
    }
    return edits.mapValues { $0.sorted { $0.range < $1.range } }
  }

  /// For each file its addresses, each with the address whose link has it.
  private static func addresses(in report: CheckReport) -> [String: [String: String]] {
    var addresses: [String: [String: String]] = [:]
    for link in report.links {
      let address = spelling(link.url)
      for file in Set(link.occurrences.map(\.file)) { addresses[file, default: [:]][address] = address }
    }
    return addresses
  }

  /// A URL in the spelling that is requested, with passwords hidden as in the URLs of links.
  private static func spelling(_ url: String) -> String {
    Credentials.hidden(inURL: (try? WebAddress(url))?.text ?? url)
  }

  /// Why the new URL of a moved link is not written, as a phrase without a full stop; `nil` if it may be.
  public static func objection(to link: CheckedLink) -> String? {
    // A URL with a hidden part, as from a record, cannot be written back.
    guard !hidesUser(link.url), let target = link.target, !target.holds(Credentials.mask),
      let new = try? WebAddress(target),
      let old = try? WebAddress(link.url), !new.host.utf8.contains(UInt8(ascii: ":"))
    else { return "it is not a plain address" }
    if RedirectTarget.isLogin(new, from: old) { return "it is a login or consent page" }
    if old.isSecure, !new.isSecure { return "it has no encryption" }
    let added = AddedParameter.all(in: new, from: old)
    if let worst = added.first(where: { $0.kind != .trace }) ?? added.first {
      return "the redirect added “\(worst.name)”, \(worst.kind.purpose)"
    }
    if RedirectTarget.hasSession(new.url), !RedirectTarget.hasSession(old.url) {
      return "it has a session or a return address"
    }
    if RedirectTarget.choosesLanguage(new, from: old) { return "the redirect chose its language" }
    return RedirectTarget.choosesVersion(new, from: old) ? "the redirect chose its version" : nil
  }

  /// Whether a user is hidden in a URL itself, not only in a URL in its path or query.
  private static func hidesUser(_ url: String) -> Bool {
    guard let mask = url.place(of: Credentials.mask + "@") else { return false }
    return url[..<mask.lowerBound].utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst().allSatisfy {
      "/\\".utf8.contains($0)
    }
  }

  /// The URL as it may appear in Markdown and HTML, bare or in a link: characters that would end or change it are encoded.
  ///
  /// Source: CommonMark 0.31, section 6.3; GFM, section 6.9, for the end of a bare address.
  static func destination(_ url: String) -> String {
    var text = ""
    var rest = url.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "&", beginsReference(rest) {
        text += "&amp;"
      } else if isUnsafe(scalar) || (rest.isEmpty && "!.,:_~;".unicodeScalars.contains(scalar)) {
        text += encoded(scalar)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// Whether a URL has the same meaning in Markdown and HTML, and a bare address keeps its last character.
  public static func isPlain(_ url: String) -> Bool {
    url.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"<>[]\\\"'`|".utf8.contains($0) }
      && ReadableURL.isNested(url) && url.utf8.last != UInt8(ascii: "?")
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0x7F || "()<>\\\"'`|*[]".unicodeScalars.contains(scalar)
  }

  private static func encoded(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "%" + (digits.count == 1 ? "0" : "") + digits
  }

  /// Whether the text after `&` makes a character reference.
  private static func beginsReference(_ rest: Substring.UnicodeScalarView) -> Bool {
    let name = rest.prefix {
      $0 == "#" || ($0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil))
    }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }
}

extension AddedParameter.Kind {
  /// What a parameter of this kind is, as the end of a sentence.
  fileprivate var purpose: String {
    switch self {
    case .signature: "a signature that expires"
    case .authorization: "a permission for one visitor"
    case .session: "a session"
    case .trace: "a trace of the visitor"
    }
  }
}
