public import Source

/// The edits that write the new URLs of moved links into the files where they stand.
public enum MovedLinkFix {
  /// The edits for each file: the bytes of each destination and nothing else, every occurrence.
  ///
  /// A moved link is left alone where its target is a page for signing in or for consent, carries a session, only names a language,
  /// or already stands in the list.
  ///
  /// - Parameter report: of links whose occurrences' ranges are those of the files as they are.
  /// - Returns: for each file, as its occurrences name it, the edits in file order.
  public static func edits(for report: CheckReport) -> [String: [Edit]] {
    var present = Set(report.links.map(\.url))
    var edits: [String: [Edit]] = [:]
    for link in report.links where link.verdict == .moved {
      guard let target = link.target, objection(to: link) == nil, present.insert(target).inserted else {
        continue
      }
      for occurrence in link.occurrences {
        edits[occurrence.file, default: []].append(Edit(occurrence.range, destination(target)))
      }
    }
    return edits.mapValues { $0.sorted { $0.range < $1.range } }
  }

  /// Why the target of a moved link is not written, as a phrase without a full stop; `nil` where nothing speaks against it but that it may
  /// stand in the list already.
  public static func objection(to link: CheckedLink) -> String? {
    // What is shown with its credentials hidden cannot be written back.
    guard !link.url.contains("***@"), let target = link.target, let new = try? WebAddress(target),
      let old = try? WebAddress(link.url)
    else { return "it is not written as a plain address" }
    let path = new.url.lowercased()
    if TargetPage.isEntrance(path) { return "it is a page for signing in or for consent" }
    if TargetPage.carriesSession(path) { return "it carries a session" }
    return TargetPage.differsByLanguage(old.url.lowercased(), path) ? "it differs by its language alone" : nil
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
