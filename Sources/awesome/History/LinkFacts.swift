import Diagnostics
import LinkChecking
import LinkHistory
import Source

/// What is known of a link in trouble, in words.
struct LinkFacts {
  let link: TroubledLink
  let thresholds: Thresholds

  /// As in "gone: 404 Not Found; 3 nights since 2026-11-28; fine on 2026-11-27".
  var line: String {
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

  /// The new address of a link that moved, without passwords.
  var target: String? { link.target.map { Credentials.hidden(inURL: $0) } }

  /// All that is known, a line each.
  var details: String {
    let standing =
      switch link.standing(thresholds) {
      case .settled: "none"
      case .watched(let nights, let needed): "watched, night \(nights) of \(needed)"
      case .lasting(let nights): "lasting, \(counted(nights, "night"))"
      }
    let rows: [(String, String?)] = [
      ("verdict", link.verdict.rawValue), ("status", link.status.map { "\($0)" }), ("reason", link.reason),
      ("target", target), ("failure", standing), ("failing since", link.since?.description),
      ("last fine", link.lastOK?.description),
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

/// The links of a group, where those of one host with the same facts are one item.
struct LinkGroup {
  struct Item {
    /// All but one have the same host and facts.
    let links: [TroubledLink]
    let facts: LinkFacts
    var host: String { LinkHistory.host(of: links[0].url) }
  }

  /// From so many links on, those of a host are one item.
  private static let minimum = 4

  let items: [Item]

  init(_ links: [TroubledLink], _ thresholds: Thresholds) {
    var order: [String] = []
    var byKey: [String: [TroubledLink]] = [:]
    for link in links {
      let key = LinkHistory.host(of: link.url) + "\n" + LinkFacts(link: link, thresholds: thresholds).line
      if byKey[key] == nil { order.append(key) }
      byKey[key, default: []].append(link)
    }
    items = order.flatMap { key -> [Item] in
      let links = byKey[key] ?? []
      let isOne = links.count >= Self.minimum && links.allSatisfy { $0.target == nil }
      let groups = isOne ? [links] : links.map { [$0] }
      return groups.map { Item(links: $0, facts: LinkFacts(link: $0[0], thresholds: thresholds)) }
    }
  }
}
