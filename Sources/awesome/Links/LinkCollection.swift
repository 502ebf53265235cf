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
      var names = Self.names(in: file.list)
      for (url, range) in Self.addresses(file.list) {
        let place = LinkOccurrence(
          file: file.input.name, location: file.source.location(of: range.lowerBound), range: range)
        if ignored.contains(place.location.line) {
          let reason = "a comment excludes it"
          decided.append(CheckedLink(url: url, verdict: .excluded, reason: reason, occurrences: [place]))
        } else if let lines, !lines.isNew(line: place.location.line, of: index) {
          let reason = "its line has not changed since \(lines.revision)"
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

  /// What the list calls each address: the texts of its links, and the titles of the entries in which they stand.
  private static func names(in list: List) -> [String: [String]] {
    var names = Dictionary(grouping: list.links.filter { !$0.isImage }, by: \.url).mapValues { $0.map(\.text) }
    for entry in list.entries {
      for link in [entry.link].compactMap(\.self) + entry.furtherLinks where link.text != entry.title {
        names[link.url]?.append(entry.title)
      }
    }
    return names
  }

  /// An address, of which the user is hidden if it is that of an e-mail which GitHub makes of a URL's password and host.
  private static func shown(_ url: String, at range: SourceRange, in source: SourceText) -> String {
    guard url.hasPrefix("mailto:"), !range.isEmpty, let at = url.lastIndex(of: "@") else { return url }
    // Only what stands before it on the line can make it a part of a URL.
    let line = source.line(source.lineIndex(at: range.lowerBound))
    let near = SourceRange(max(line.lowerBound, range.lowerBound - 1024), range.upperBound)
    let isPassword = Credentials.ranges(in: Array(source.bytes(in: near))).contains { secret in
      secret.upperBound + near.lowerBound > range.lowerBound
    }
    return isPassword ? "mailto:" + Credentials.mask + url[at...] : url
  }

  /// Every address with the place where it is written, once for each: a reference link's is in its definition. Where that is not
  /// known, the range is empty.
  private static func addresses(_ list: List) -> [(url: String, range: SourceRange)] {
    let links = list.links.map { link in
      let start = link.range.lowerBound
      let range = link.addressRange ?? SourceRange(start, start)
      return (url: shown(link.url, at: range, in: list.document.source), range: range)
    }
    let definitions = list.document.definitions.map { (url: $0.destination, range: $0.destinationRange) }
    var seen: Set<SourceRange> = []
    return (links + definitions).sorted { $0.range < $1.range }.filter {
      $0.range.isEmpty || seen.insert($0.range).inserted
    }
  }
}
