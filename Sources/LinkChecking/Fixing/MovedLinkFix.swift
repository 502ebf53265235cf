internal import HTTP
internal import PageInspection
public import Source

/// The edits that write the new URLs of moved links into the files where they stand.
public enum MovedLinkFix {
  /// The edits for each file: the bytes of each destination and nothing else, every occurrence.
  ///
  /// A moved link is left alone where its target is a page for signing in or for consent, carries a session, is that of a language
  /// which the redirect chose, or already stands in the same file.
  ///
  /// - Parameter report: of links whose occurrences' ranges are those of the files as they are.
  /// - Returns: for each file, as its occurrences name it, the edits in file order.
  public static func edits(for report: CheckReport) -> [String: [Edit]] {
    // What stands in the files matters only where something is to be written.
    guard report.links.contains(where: { $0.verdict == .moved }) else { return [:] }
    var present = addresses(in: report)
    var edits: [String: [Edit]] = [:]
    for link in report.links where link.verdict == .moved {
      guard let target = link.target, objection(to: link) == nil else { continue }
      let (old, new) = (spelling(link.url), spelling(target))
      for (file, places) in Dictionary(grouping: link.occurrences, by: \.file) {
        // What was written there for another spelling of the same link is no other link.
        let owner = present[file]?[new]
        guard owner == nil || owner == .some(old) else { continue }
        present[file, default: [:]][new] = old
        // An empty range is a place that is not known.
        edits[file, default: []] += places.filter { !$0.range.isEmpty }.map { Edit($0.range, destination(target)) }
      }
    }
    return edits.mapValues { $0.sorted { $0.range < $1.range } }
  }

  /// For each file the addresses in it, each with itself, as it stands there for itself.
  private static func addresses(in report: CheckReport) -> [String: [String: String]] {
    var addresses: [String: [String: String]] = [:]
    for link in report.links {
      let address = spelling(link.url)
      for file in Set(link.occurrences.map(\.file)) { addresses[file, default: [:]][address] = address }
    }
    return addresses
  }

  /// A URL in the one spelling that is asked, passwords hidden, as they are in the URLs of links.
  private static func spelling(_ url: String) -> String {
    Credentials.hidden(inURL: (try? WebAddress(url))?.text ?? url)
  }

  /// Why the target of a moved link is not written, as a phrase without a full stop; `nil` where nothing speaks against it but that it may
  /// stand in the list already.
  public static func objection(to link: CheckedLink) -> String? {
    // What is known with a part of it hidden, be it from a record, cannot be written back.
    guard !hidesUser(link.url), let target = link.target, !target.contains(Credentials.mask),
      let new = try? WebAddress(target),
      let old = try? WebAddress(link.url), !new.host.utf8.contains(UInt8(ascii: ":"))
    else { return "it is not written as a plain address" }
    if TargetPage.isEntrance(new, from: old) { return "it is a page for signing in or for consent" }
    if TargetPage.carriesSession(new.url), !TargetPage.carriesSession(old.url) { return "it carries a session" }
    return TargetPage.choosesLanguage(new, from: old) ? "the redirect chose its language" : nil
  }

  /// Whether a user is hidden in a URL, and not only in one that stands in its path or query.
  private static func hidesUser(_ url: String) -> Bool {
    guard let mask = url.firstRange(of: Credentials.mask + "@") else { return false }
    return url[..<mask.lowerBound].drop { $0 != ":" }.dropFirst().allSatisfy { $0 == "/" || $0 == "\\" }
  }

  /// The URL as it can stand in Markdown and HTML alike, bare or in a link: what would end it or change it there is encoded.
  ///
  /// CommonMark 0.31, section 6.3; GFM, section 6.9, for what a bare address loses at its end.
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

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0x7F || "()<>\\\"'`|*[]".unicodeScalars.contains(scalar)
  }

  private static func encoded(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "%" + (digits.count == 1 ? "0" : "") + digits
  }

  /// Whether what follows a `&` makes it a character reference.
  private static func beginsReference(_ rest: Substring.UnicodeScalarView) -> Bool {
    let name = rest.prefix {
      $0 == "#" || ($0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil))
    }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }
}
