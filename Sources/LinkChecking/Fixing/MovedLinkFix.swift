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
      guard let target = link.target, isWorthWriting(target, for: link.url), present.insert(target).inserted else {
        continue
      }
      for occurrence in link.occurrences {
        edits[occurrence.file, default: []].append(Edit(occurrence.range, destination(target)))
      }
    }
    return edits.mapValues { $0.sorted { $0.range < $1.range } }
  }

  /// The URL as a Markdown destination: what would end or change it there is encoded.
  ///
  /// CommonMark 0.31, section 6.3.
  static func destination(_ url: String) -> String {
    var text = ""
    for scalar in url.unicodeScalars {
      switch scalar {
      // With a semicolon somewhere after it, it could begin a character reference.
      case "&" where url.unicodeScalars.contains(";"): text += "&amp;"
      case "(", ")", "<", ">", "\\", "\"", "'", "`", "|", "*", "[", "]", "\u{0}"..." ", "\u{7F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "%" + (digits.count == 1 ? "0" : "") + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func isWorthWriting(_ target: String, for url: String) -> Bool {
    // What is shown with its credentials hidden cannot be written back.
    guard !url.contains("***@"), let new = try? WebAddress(target), let old = try? WebAddress(url) else { return false }
    let path = new.url.lowercased()
    guard !TargetPage.isEntrance(path), !TargetPage.carriesSession(path) else { return false }
    return !TargetPage.differsByLanguage(old.url.lowercased(), path)
  }
}
