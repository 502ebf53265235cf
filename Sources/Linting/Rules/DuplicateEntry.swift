import AwesomeList
import Diagnostics

extension Rule {
  static let duplicateEntry = Rule(
    id: "duplicate-entry",
    summary: "No two entries lead to the same page.",
    rationale: """
      The second time a reader meets the same thing, the list looks unkept. Addresses are compared as the sites that serve them \
      do: without regard to http or https, www, a final slash, tracking parameters and, on GitHub, letter case and the ways to \
      name a repository's front page. Twice in one section is an error; in two sections it may be meant, so it is a warning.
      """,
    defaultSeverity: .error,
    examples: [
      .good("- [A](https://example.org/a) - Text.\n- [B](https://example.org/A) - Text.\n"),
      .good("- [A](https://example.org/a#x) - Text.\n- [B](https://example.org/a#y) - Text.\n"),
      .good("- [A](https://example.org/a) - See [B](https://example.org/b).\n- [B](https://example.org/b) - Text.\n"),
      .bad("- [A](https://example.org/a) - Text.\n- [B](↓http://www.example.org/a/) - Text.\n"),
      .bad("- [A](https://github.com/O/R) - Text.\n- [B](↓https://github.com/o/r.git) - Text.\n"),
      .bad("- [A](https://github.com/o/r#readme) - Text.\n- [B](↓https://github.com/o/r/tree/main) - Text.\n"),
      .bad("## X\n\n- [A](https://example.org) - Text.\n\n## Y\n\n- [A](↓https://example.org/?utm_source=z) - Text.\n"),
    ]
  ) { context in
    var firsts: [String: (entry: Entry, section: Int)] = [:]
    var result: [Diagnostic] = []
    for (section, entries) in context.list.entriesBySection.enumerated() {
      for entry in entries {
        guard let link = entry.link, let address = NormalizedURL(link.url)?.text else { continue }
        // A table beside a list tells more about the same things.
        let key = entry.shape == .row ? "|" + address : address
        guard let first = firsts[key] else {
          firsts[key] = (entry, section)
          continue
        }
        let line = context.lineNumber(of: first.entry.range)
        let message = "“\(entry.title)” leads where “\(first.entry.title)” on line \(line) does"
        result.append(
          context.diagnostic(
            message, at: link.destinationRange ?? link.range, severity: first.section == section ? nil : .warning))
      }
    }
    return result
  }
}

extension List {
  /// The entries of what stands before the first section, then of each section without its subsections.
  fileprivate var entriesBySection: [[Entry]] {
    ([looseEntries] + allSections.map(\.entries)).map { $0.flatMap(\.withDescendants) }
  }
}
