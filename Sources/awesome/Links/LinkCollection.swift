import AwesomeList
import LinkChecking
import Markdown
import Source

/// The links of the lists of a run.
struct LinkCollection {
  private(set) var links: [LinkToCheck] = []

  /// Collects every address with its place: that of a reference link is in its definition.
  init(_ files: [ListFile], _ selection: LinkSelection, since lines: LinesSince? = nil) {
    for (index, file) in files.enumerated() {
      let ignored = IgnoredLinks(in: file.list)
      var names = Self.names(in: file.list)
      for (url, range) in Self.addresses(in: file) {
        let place = LinkOccurrence(
          file: file.input.name, location: file.source.location(of: range.lowerBound), range: range)
        var link = LinkToCheck(url: url, occurrences: [place])
        if ignored.contains(range.lowerBound) {
          link.decision = LinkDecision(.excluded, "a comment excludes it")
        } else if let lines, !lines.isNew(line: place.location.line, of: index) {
          link.decision = LinkDecision(.excluded, "its line has not changed since \(lines.revision)")
        } else if let local = LocalLink(url), selection.exclusion(of: url) == nil {
          link.decision = local.decision(in: file)
        } else if let meant = LikelyMeaning.behindSecondScheme(url), selection.exclusion(of: url) == nil {
          link.decision = LinkDecision(.broken, "the scheme is doubled; write “\(meant)”")
        } else {
          link.names = names.removeValue(forKey: ExactText(url)) ?? []
        }
        links.append(link)
      }
    }
  }

  /// The list's names for each address: the texts of its links, and the titles of their entries.
  private static func names(in list: List) -> [ExactText: [String]] {
    var names = Dictionary(grouping: list.links.filter { !$0.isImage }, by: { ExactText($0.url) }).mapValues {
      $0.map(\.text)
    }
    for entry in list.entries {
      for link in [entry.link].compactMap(\.self) + entry.furtherLinks where link.text != entry.title {
        names[ExactText(link.url)]?.append(entry.title)
      }
    }
    return names
  }

  /// An address, without its user if GitHub makes it, as an e-mail address, from a URL's password and host.
  private static func shown(_ url: String, at range: SourceRange, in source: SourceText) -> String {
    guard url.begins(with: "mailto:"), !range.isEmpty, let at = url.utf8.lastIndex(of: UInt8(ascii: "@")) else {
      return url
    }
    // Only the text before it on the line can make it a part of a URL.
    let line = source.line(source.lineIndex(at: range.lowerBound))
    let near = SourceRange(max(line.lowerBound, range.lowerBound - 1024), range.upperBound)
    let isPassword = Credentials.ranges(in: Array(source.bytes(in: near))).contains { secret in
      secret.upperBound + near.lowerBound > range.lowerBound
    }
    return isPassword ? "mailto:" + Credentials.mask + url[at...] : url
  }

  /// Every address of a file with its place; in AsciiDoc, where the text of a link is in brackets after it, without that.
  private static func addresses(in file: ListFile) -> [(url: String, range: SourceRange)] {
    let addresses = addresses(file.list)
    guard TextKind(of: file.input) == .asciidoc else { return addresses }
    return addresses.map { url, range in
      let address = String(url.upTo("["))
      let length = file.source[range].begins(with: address) ? address.utf8.count : range.count
      return address.isEmpty ? (url, range) : (address, SourceRange(range.lowerBound, range.lowerBound + length))
    }
  }

  /// Every address with its place, each place once; the range of an unknown place is empty.
  private static func addresses(_ list: List) -> [(url: String, range: SourceRange)] {
    let links = list.links.map { link in
      let start = link.range.lowerBound
      let range = link.addressRange ?? SourceRange(start, start)
      return (url: shown(link.url, at: range, in: list.document.source), range: range)
    }
    let media = list.mediaAddresses
    let definitions = list.document.definitions.map { (url: $0.destination, range: $0.destinationRange) }
    var seen: Set<SourceRange> = []
    return (links + media + definitions).sorted { $0.range < $1.range }.filter {
      $0.range.isEmpty || seen.insert($0.range).inserted
    }
  }
}
