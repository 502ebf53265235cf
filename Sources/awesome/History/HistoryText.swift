import Diagnostics
import LinkChecking
import LinkHistory
import Source

/// A report on the links in trouble, for people.
struct HistoryText {
  /// The longest body of an issue on GitHub.
  private static let limit = 65_536

  private struct Group {
    let title: String
    let advice: String
    let isFolded: Bool
    let links: [TroubledLink]
  }

  private let report: HistoryReport
  private let thresholds: Thresholds
  private let places: (String) -> [String]

  init(_ report: HistoryReport, _ thresholds: Thresholds, places: @escaping (String) -> [String]) {
    (self.report, self.thresholds, self.places) = (report, thresholds, places)
  }

  private var groups: [Group] {
    [
      Group(
        title: "Do this now: moved", advice: "awesome check-links --fix writes the new addresses", isFolded: false,
        links: report.moved),
      Group(
        title: "Decide: fail night after night", advice: "replace or remove them", isFolded: false,
        links: report.lasting),
      Group(title: "Suspect", advice: "they answer with something else", isFolded: true, links: report.suspect),
      Group(title: "Watched", advice: "they fail, and may recover", isFolded: true, links: report.watched),
      Group(title: "Blocked", advice: "alive, but not for programs", isFolded: true, links: report.blocked),
      Group(
        title: "Not checked", advice: "removed from the list, or left out by the last night", isFolded: true,
        links: report.unchecked),
      Group(
        title: "Recovered", advice: "they failed, and answered in the last night", isFolded: true,
        links: report.recovered),
    ].filter { !$0.links.isEmpty }
  }

  private var ending: String {
    report.lastNight.map { "last trusted night: \($0)" } ?? "no night yet"
  }

  /// The report for a terminal.
  var text: String {
    if groups.isEmpty { return "nothing to report; \(ending)\n" }
    let parts = groups.map { group in
      let rows = group.links.map { link in
        "  \(line(link))\n" + places(link.url).map { "    \($0.inert)\n" }.joined()
      }
      return "\(group.title) (\(group.links.count)): \(group.advice)\n" + rows.joined() + "\n"
    }
    return parts.joined() + ending + "\n"
  }

  /// The report for an issue or a job summary; what is too long for an issue is counted.
  var markdown: String {
    if groups.isEmpty { return "Nothing to report; \(ending).\n" }
    // Room for the ends of groups.
    var room = Self.limit - 4_096
    let parts = groups.map { group in
      let head = "\(group.title) (\(group.links.count)): \(group.advice)"
      var rows = ""
      var left = group.links.count
      for link in group.links {
        let row = row(link)
        guard row.utf8.count <= room else { break }
        rows += row
        room -= row.utf8.count
        left -= 1
      }
      if left > 0 { rows += "- and \(left) more\n" }
      return group.isFolded
        ? "<details><summary>\(head)</summary>\n\n\(rows)\n</details>\n\n" : "### \(head)\n\n\(rows)\n"
    }
    return parts.joined() + ending.prefix(1).uppercased() + ending.dropFirst() + "\n"
  }

  private func row(_ link: TroubledLink) -> String {
    let places = places(link.url).map { " " + Self.code($0) }.joined()
    let target = link.target.map { " → " + Self.code(Credentials.hidden(inURL: $0)) } ?? ""
    return "- \(Self.code(link.url))\(target)\(places): \(Self.escaped(facts(link)))\n"
  }

  private func line(_ link: TroubledLink) -> String {
    let target = link.target.map { " → \(Credentials.hidden(inURL: $0))" } ?? ""
    return (link.url + target + ": " + facts(link)).inert
  }

  /// What is known of a link, as in "gone: 404 Not Found; 3 nights since 2026-11-28; fine on 2026-11-27".
  private func facts(_ link: TroubledLink) -> String {
    let evidence = link.reason ?? link.status.map { "status \($0)" }
    var facts = [link.verdict.rawValue + (evidence.map { ": \($0)" } ?? "")]
    if let since = link.since {
      let nights = link.streak.count
      var count = counted(nights, "night")
      if case .watched(let nights, let needed) = link.standing(thresholds), nights < needed {
        count = "night \(nights) of \(needed)"
      }
      facts.append("\(count) since \(since)")
    }
    if let date = link.lastOK, link.verdict != .ok, link.verdict != .moved { facts.append("fine on \(date)") }
    if let date = link.uncheckedSince { facts.append("not checked since \(date)") }
    return facts.joined(separator: "; ")
  }

  /// A text as code, which GitHub shows as it is.
  private static func code(_ text: String) -> String {
    let text = text.inert
    return text.utf8.contains(UInt8(ascii: "`")) ? "`` \(text.replacing("``", with: "` `")) ``" : "`\(text)`"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.inert.unicodeScalars {
      if "\\`*_{}[]<>#|!~@&".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  /// All that is known of one link.
  static func details(of link: TroubledLink, _ thresholds: Thresholds) -> String {
    let standing =
      switch link.standing(thresholds) {
      case .settled: "none"
      case .watched(let nights, let needed): "watched, night \(nights) of \(needed)"
      case .lasting(let nights): "lasting, \(counted(nights, "night"))"
      }
    let rows: [(String, String?)] = [
      ("verdict", link.verdict.rawValue), ("status", link.status.map { "\($0)" }), ("reason", link.reason),
      ("target", link.target.map { Credentials.hidden(inURL: $0) }), ("failure", standing),
      ("failing since", link.since?.description), ("last fine", link.lastOK?.description),
      ("longest outage", link.longestOutage > 0 ? counted(link.longestOutage, "day") : nil),
      ("not checked since", link.uncheckedSince?.description),
      (
        "failures",
        link.failures.isEmpty ? nil : link.failures.map { "\($0.date) \($0.verdict.rawValue)" }.joined(separator: ", ")
      ),
    ]
    return link.url.inert + "\n" + rows.compactMap { row in row.1.map { "  \(row.0): \($0.inert)\n" } }.joined()
  }
}
