internal import LinkChecking
public import Markup
internal import Source

/// A self-contained page about the health of a list's links: nothing is loaded from elsewhere.
public struct HistoryPage {
  /// The hosts that are named as the worst.
  private static let hostLimit = 10

  private let report: HistoryReport
  private let nights: [LoggedNight]
  private let recent: [Day]

  /// - Parameters:
  ///   - report: what there is to do.
  ///   - state: of which the report is.
  ///   - log: that of its nights.
  public init(_ report: HistoryReport, _ state: LinkState, log: NightLog) {
    self.report = report
    nights = log.nights.suffix(HealthChart.nightLimit)
    recent = state.nights
  }

  public var html: HTML {
    #"""
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <title>Links night by night</title>
    <style>
    \#(HistoryPageTemplate.style)</style>
    </head>
    <body>
    <header>
    <h1>Links night by night</h1>
    <p>\#(head)</p>
    </header>
    <ul class="figures">\#(figures)</ul>
    \#(chart)
    \#(worstHosts)
    <p class="search" id="search" hidden><input type="search" id="query" aria-label="Search" placeholder="Search links" autocomplete="off"> <span role="status" id="count"></span></p>
    <main id="links">
    \#(groups.map { group in section(group.title, group.note, group.links) })
    <p id="none" hidden>Nothing matches.</p>
    </main>
    <script>
    \#(HistoryPageTemplate.script)</script>
    </body>
    </html>

    """#
  }

  private var head: HTML {
    guard let last = report.lastNight else { return "No night was trusted yet." }
    let untrusted: HTML? = report.untrusted.last.map {
      #" The night of \#($0.date.description) was not trusted: \#($0.distrust ?? "")."#
    }
    return
      #"Last trusted night: <time datetime="\#(last.description)">\#(last.description)</time>.\#([untrusted].compactMap(\.self))"#
  }

  private var figures: [HTML] {
    var figures: [(String, Int, String)] = []
    if let last = nights.last(where: { $0.distrust == nil }) { figures.append(("", last.links + last.fresh, "links")) }
    figures += [
      ("gone", report.lasting.count, "to decide on"), ("moved", report.moved.count, "moved"),
      ("transient", report.watched.count, "watched"), ("suspect", report.suspect.count, "suspect"),
      ("blocked", report.blocked.count, "blocked"),
    ]
    return figures.map { name, count, label in
      #"<li class="\#(name)"><b>\#(count)</b> \#(label)</li>"#
    }
  }

  private var chart: HTML {
    nights.count < 2 ? "" : "<section><h2>Links in trouble</h2>\(HealthChart(nights).svg)</section>"
  }

  private var groups: [(title: String, note: String, links: [TroubledLink])] {
    [
      ("Moved", "write the new addresses: awesome check-links --fix", report.moved),
      ("Fail night after night", "replace or remove them", report.lasting),
      ("Suspect", "they answer with something else", report.suspect),
      ("Watched", "they fail, and may recover", report.watched),
      ("Blocked", "alive, but not for programs", report.blocked),
      ("Not checked", "removed from the list, or left out by the last night", report.unchecked),
      ("Recovered", "they failed, and answered in the last night", report.recovered),
    ].filter { !$0.links.isEmpty }
  }

  private func section(_ title: String, _ note: String, _ links: [TroubledLink]) -> HTML {
    #"""
    <section><h2>\#(title) <small>\#(links.count)</small></h2><p>\#(note)</p><ul>\#(links.map(item))</ul></section>
    """#
  }

  private func item(_ link: TroubledLink) -> HTML {
    let name: HTML =
      SafeAddress.of(link.url).map { #"<a href="\#($0)" rel="noopener noreferrer">\#(link.url)</a>"# } ?? "\(link.url)"
    let target: HTML? = link.target.map { " → \(Credentials.hidden(inURL: $0))" }
    return
      #"<li><span class="url">\#(name)\#([target].compactMap(\.self))</span> <span class="facts">\#(facts(link))</span>\#(strip(link))</li>"#
  }

  private func facts(_ link: TroubledLink) -> String {
    if link.verdict == .moved { return link.lastOK.map { "moved on \($0) or before" } ?? "moved" }
    var facts = [link.reason ?? link.status.map { "status \($0)" } ?? link.verdict.rawValue]
    if let since = link.since { facts.append("\(counted(link.streak.count, "night")) since \(since)") }
    if let date = link.lastOK { facts.append("fine on \(date)") }
    if let date = link.uncheckedSince { facts.append("not checked since \(date)") }
    return facts.joined(separator: "; ")
  }

  /// The remembered nights of a link, the last one at the right: a mark for each failure.
  private func strip(_ link: TroubledLink) -> HTML {
    guard !link.failures.isEmpty, let first = recent.first else { return "" }
    let places = Dictionary(uniqueKeysWithValues: recent.enumerated().map { ($1, $0) })
    let paths: [HTML] = [Verdict.gone, .broken, .transient, .suspect].compactMap { verdict in
      let marks = link.failures.filter { $0.verdict == verdict }.compactMap { places[$0.date] }
      if marks.isEmpty { return nil }
      return #"<path class="\#(verdict.rawValue)" d="\#(marks.map { "M\($0) 0h.85v1h-.85z" }.joined())"/>"#
    }
    let dates = link.failures.map { "\($0.date) \($0.verdict.rawValue)" }.joined(separator: ", ")
    return
      #"<svg class="strip" viewBox="0 0 \#(recent.count) 1" preserveAspectRatio="none" role="img"><title>Failed since \#(first.description) on \#(dates)</title>\#(paths)</svg>"#
  }

  // MARK: Hosts

  private var worstHosts: HTML {
    var hosts: [String: (links: Int, nights: Int)] = [:]
    for link in report.lasting + report.watched + report.suspect {
      let known = hosts[host(of: link.url), default: (0, 0)]
      hosts[host(of: link.url)] = (known.links + 1, known.nights + link.failures.count)
    }
    let worst = hosts.filter { $0.value.links > 1 }
      .sorted { ($1.value.links, $1.value.nights, $0.key) < ($0.value.links, $0.value.nights, $1.key) }
      .prefix(Self.hostLimit)
    if worst.isEmpty { return "" }
    let rows: [HTML] = worst.map { name, count in
      #"<tr><td>\#(name)</td><td>\#(count.links)</td><td>\#(count.nights)</td></tr>"#
    }
    return #"""
      <section><h2>Worst hosts</h2><table><thead><tr><th>Host</th><th>Failing links</th><th>Failures in the last nights</th></tr></thead><tbody>\#(rows)</tbody></table></section>
      """#
  }
}
