import AwesomeList
import LinkChecking
import Markdown
import Source

/// The links of the lists of a run, those to be asked and those that the user left out.
struct LinkCollection {
  private(set) var asked: [LinkToCheck] = []
  private(set) var excluded: [LinkToCheck] = []
  /// The number of different URLs in each file.
  private(set) var counts: [Int] = []

  /// Collects every address where it is written: a reference link's stands in its definition.
  init(_ files: [ListFile], excluding globs: [URLGlob]) {
    for file in files {
      let globs = globs + file.input.configuration.checkLinks.exclude.map(URLGlob.init)
      var links: [LinkToCheck] = []
      var positions: [String: Int] = [:]
      for (url, range) in Self.addresses(file.list) {
        let place = LinkOccurrence(
          file: file.input.name, location: file.source.location(of: range.lowerBound), range: range)
        if let position = positions[url] {
          links[position].occurrences.append(place)
        } else {
          positions[url] = links.count
          links.append(LinkToCheck(url: url, occurrences: [place]))
        }
      }
      counts.append(links.count)
      for link in links {
        if globs.contains(where: { $0.matches(link.url) }) { excluded.append(link) } else { asked.append(link) }
      }
    }
  }

  /// Every address with the place where it is written.
  ///
  /// A reference link's is in its definition; where that is written with escapes, the link itself is the place.
  private static func addresses(_ list: List) -> [(url: String, range: SourceRange)] {
    let references = list.links.filter { $0.destinationRange == nil }
    let used = Set(references.map(\.url))
    let source = list.document.source
    let definitions = list.document.definitions.map { (url: source[$0.destinationRange], range: $0.destinationRange) }
      .filter { used.contains($0.url) || !$0.url.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") } }
    let defined = Set(definitions.map(\.url))
    let links = list.links.compactMap { link -> (url: String, range: SourceRange)? in
      if let range = link.destinationRange { return (link.url, range) }
      return defined.contains(link.url) ? nil : (link.url, link.range)
    }
    return (links + definitions).sorted { $0.range < $1.range }
  }

  /// The report with the links that were left out in their places.
  func completed(_ report: CheckReport, files: [ListFile]) -> CheckReport {
    if excluded.isEmpty { return report }
    var order: [String: Int] = [:]
    for file in files where order[file.input.name] == nil { order[file.input.name] = order.count }
    func place(_ link: CheckedLink) -> (Int, Int) {
      link.occurrences.first.map { (order[$0.file] ?? 0, $0.range.lowerBound) } ?? (.max, .max)
    }
    var report = report
    report.links += excluded.map { CheckedLink(url: $0.url, verdict: .excluded, occurrences: $0.occurrences) }
    report.links.sort { place($0) < place($1) }
    return report
  }
}
