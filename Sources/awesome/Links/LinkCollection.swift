import AwesomeList
import LinkChecking
import Markdown
import Source

/// The links of the lists of a run.
struct LinkCollection {
  /// Those that are asked on the web, or at least not on the disk.
  private(set) var links: [LinkToCheck] = []
  /// Those that are decided without asking anybody.
  private(set) var decided: [CheckedLink] = []
  /// The number of different URLs in each file.
  private(set) var counts: [Int] = []

  /// Collects every address where it is written: a reference link's stands in its definition.
  init(_ files: [ListFile], _ selection: LinkSelection, since lines: LinesSince? = nil) {
    for (index, file) in files.enumerated() {
      let ignored = IgnoredLines(in: file.source, code: file.list.document.codeRanges)
      var urls: Set<String> = []
      var names = Dictionary(grouping: file.list.links.filter { !$0.isImage }, by: \.url).mapValues { $0.map(\.text) }
      for (url, range) in Self.addresses(file.list) {
        let place = LinkOccurrence(
          file: file.input.name, location: file.source.location(of: range.lowerBound), range: range)
        if ignored.contains(place.location.line) {
          let reason = "a comment asks to ignore it"
          decided.append(CheckedLink(url: url, verdict: .excluded, reason: reason, occurrences: [place]))
        } else if let lines, !lines.isNew(line: place.location.line, of: index) {
          let reason = "its line is not new since \(lines.revision)"
          decided.append(CheckedLink(url: url, verdict: .excluded, reason: reason, occurrences: [place]))
        } else if LocalLink.isLocal(url), selection.exclusion(of: url) == nil {
          decided.append(LocalLink(url: url, place: place).check(in: file))
        } else {
          links.append(LinkToCheck(url: url, occurrences: [place], names: names.removeValue(forKey: url) ?? []))
        }
        urls.insert(url)
      }
      counts.append(urls.count)
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
}
