import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let urlTracking = Rule(
    id: "url-tracking",
    summary: "Remove tracking parameters from addresses.",
    details: """
      Only entries are checked, and not those of sponsors, who want to know where their visitors come from.
      """,
    rationale: """
      `utm_source` and the like report to a site where its visitors come from. The page is the same without them.
      """,
    fix: "`--fix` removes the parameters.",
    presets: [.awesome: .warning, .strict: .warning],
    example: .pair(
      "- [jq](https://jqlang.org/?↓utm_source=newsletter) - JSON processor.\n",
      "- [jq](https://jqlang.org/) - JSON processor.\n"),
    vectors: [
      .good("- [A](https://example.org/?ref=main&id=2) - Text.\n"),
      .good("- [A](https://web.archive.org/web/2020/http://example.org/?utm_source=b) - Text.\n"),
      .good("Made by [A](https://example.org/?utm_source=b).\n\n- [B](https://example.org/b) - Text.\n"),
      .good("- [B](https://example.org/b) - Text.\n\n## Our Sponsors\n\n- [A](https://example.org/?utm_source=b)\n"),
      .bad(
        "- [A](https://example.org/a?↓utm_source=b&utm_medium=c) - Text.\n",
        fixed: "- [A](https://example.org/a) - Text.\n"),
      .bad(
        "- [A](https://example.org/a?↓mtm_source=b&pk_kwd=c&__hstc=d) - Text.\n",
        fixed: "- [A](https://example.org/a) - Text.\n"),
      .bad(
        "- [A](https://example.org/a?id=1&amp;↓fbclid=b#part) - Text.\n",
        fixed: "- [A](https://example.org/a?id=1#part) - Text.\n"),
    ]
  ) { context in
    let source = context.source
    let sponsored = sponsors(context.index.sections, end: source.bytes.count)
    return context.index.destinations.holding(.questionMark).compactMap { range in
      guard context.index.isInEntry(range), !sponsored.contains(where: { $0.contains(range) }),
        let question = source.firstIndex(of: UInt8(ascii: "?"), in: range),
        TrackingParameters.mayOccur(in: source.bytes[question..<range.upperBound])
      else { return nil }
      let url = source[range]
      let address = url.upTo("?")
      // The address inside of an archive's is what the archive calls its copy.
      guard !address.utf8.hasSecondScheme, let query = url[address.endIndex...].upTo("#").removing(prefix: "?") else {
        return nil
      }
      // In HTML and Markdown an ampersand may be written as a reference, whose rest then begins the next name.
      let isEscaped = query.holds("&amp;")
      let separator = isEscaped ? "&amp;" : "&"
      let parameters = query.parts(at: "&", omittingEmptySubsequences: false).map { part in
        isEscaped ? part.removing(prefix: "amp;") ?? part : part
      }
      let tracking = parameters.filter { TrackingParameters.contains($0.upTo("=")) }
      guard let first = tracking.first else { return nil }
      let kept = parameters.filter { !TrackingParameters.contains($0.upTo("=")) }.joined(separator: separator)
      let clean = String(address) + (kept.isEmpty ? "" : "?" + kept) + url[query.endIndex...]
      let start = range.lowerBound + url[..<first.startIndex].utf8.count
      let names = tracking.map { "“\($0.upTo("="))”" }.joined(separator: ", ")
      return context.diagnostic(
        tracking.count == 1 ? "tracking parameter; remove it" : "tracking parameters \(names); remove them",
        at: SourceRange(start, start + first.utf8.count), fix: .safe(Edit(range, clean)))
    }
  }

  /// The ranges of the sections about sponsors, with those below them.
  private static func sponsors(_ sections: [Section], end: Int) -> [SourceRange] {
    sections.indices.filter { sections[$0].isAboutSponsors }.map { position in
      let next = sections[(position + 1)...].first { $0.level <= sections[position].level }
      return SourceRange(sections[position].heading.range.lowerBound, next?.heading.range.lowerBound ?? end)
    }
  }
}

extension Section {
  /// Whether the section thanks those who pay for the list.
  fileprivate var isAboutSponsors: Bool {
    let words = title.lowercased().split { !$0.isLetter }
    return words.contains {
      ["sponsor", "sponsors", "sponsorship", "backers", "supporters", "partners", "affiliate", "affiliates"].contains(
        $0)
    }
  }
}

extension Substring.UTF8View {
  /// Whether a second web address begins in the text of one.
  fileprivate var hasSecondScheme: Bool {
    let text = Array(self)
    return text.indices.dropFirst(8).contains {
      text.holds("://", at: $0) || text.holds("%3A%2F%2F", at: $0) || text.holds("%3a%2f%2f", at: $0)
    }
  }
}
