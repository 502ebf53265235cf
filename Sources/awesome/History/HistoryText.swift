import Diagnostics
import LinkHistory
import Source

/// The report on the links in trouble, for people.
struct HistoryText {
  struct Group {
    let title: String
    let advice: String
    let isFolded: Bool
    let links: [TroubledLink]
  }

  let report: HistoryReport
  let places: (String) -> [String]
  /// Whether what is not new is printed, too.
  let isWhole: Bool

  var groups: [Group] {
    [
      Group(
        title: "Do this now: moved", advice: "awesome check-links --fix writes the new addresses", isFolded: false,
        links: report.moved),
      Group(
        title: "Decide: fail night after night", advice: "replace or remove them", isFolded: false,
        links: report.lasting),
      Group(title: "Watched", advice: "they fail, and may recover", isFolded: true, links: report.watched),
      Group(title: "Suspect", advice: "they answer with something else", isFolded: true, links: report.suspect),
      Group(title: "Blocked", advice: "alive, but not for programs", isFolded: true, links: report.blocked),
      Group(
        title: "Not checked", advice: "removed from the list, or left out by the last night", isFolded: true,
        links: report.unchecked),
      Group(
        title: "Recovered", advice: "they failed, and answered in the last night", isFolded: true,
        links: report.recovered),
    ].filter { !$0.links.isEmpty }
  }

  /// The lines that end the report.
  var ending: [String] {
    [report.lastNight.map { "last trusted night: \($0)" } ?? "no trusted night yet"]
      + report.untrusted.suffix(3).map { "the night of \($0.date) was not trusted: \($0.distrust ?? "")" }
  }

  /// What there is instead of a report where nothing is new; nil for a report.
  var summary: String? {
    if groups.isEmpty { return "nothing to report" }
    if isWhole || report.isNew { return nil }
    let counts = [
      (report.moved.count, "moved"), (report.lasting.count, "failing night after night"),
      (report.watched.count, "watched"), (report.suspect.count, "suspect"), (report.blocked.count, "blocked"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "nothing new" + (counts.isEmpty ? "" : ": " + counts.joined(separator: ", ") + "; --all lists them")
  }

  /// What changed since the night before, as in "2 failing for the first time, 1 moved".
  var changes: [(count: Int, text: String)] {
    LinkNews.Kind.allCases.compactMap { kind in
      let count = report.news.count { $0.kind == kind }
      let text =
        switch kind {
        case .lasting: "failing for long enough"
        case .suspect: "suspect for long enough"
        case .moved: "moved"
        case .recovered: "recovered"
        case .failing: "failing for the first time"
        }
      return count > 0 ? (count, text) : nil
    }
  }

  /// The report for a terminal.
  var text: String {
    if let summary { return ([summary] + ending).joined(separator: "\n") + "\n" }
    let parts = groups.map { group in
      let rows = LinkGroup(group.links, report.thresholds).items.map(rows)
      return "\(group.title) (\(group.links.count)): \(group.advice)\n" + rows.joined() + "\n"
    }
    let changed = changes.map { "\($0.count) \($0.text)" }.joined(separator: ", ")
    let news = changed.isEmpty ? [] : ["changed since the night before: \(changed)"]
    return parts.joined() + (news + ending).map { $0.inert + "\n" }.joined()
  }

  /// What the last night changed, a line each; empty where that can wait.
  var news: String {
    report.isNew ? report.news.map { "\($0.kind.rawValue): \($0.link.url)".inert + "\n" }.joined() : ""
  }

  private func rows(_ item: LinkGroup.Item) -> String {
    if item.links.count == 1 {
      let target = item.facts.target.map { " → \($0)" } ?? ""
      return "  \((item.links[0].url + target + ": " + item.facts.line).inert)\n"
        + places(item.links[0].url).map { "    \($0.inert)\n" }.joined()
    }
    return "  \("\(item.host): \(item.links.count) links: \(item.facts.line)".inert)\n"
      + item.links.map { link in
        "    \(([link.url] + places(link.url)).joined(separator: " ").inert)\n"
      }.joined()
  }
}
