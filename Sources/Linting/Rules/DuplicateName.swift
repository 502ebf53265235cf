import AwesomeList
import Diagnostics

extension Rule {
  static let duplicateName = Rule(
    id: "duplicate-name",
    summary: "No two entries of a section have one name.",
    rationale: """
      Two entries of one name in one section are the same thing at an old and a new address, or two things that a reader cannot \
      tell apart.
      """,
    defaultSeverity: .warning,
    examples: [
      .good("## X\n\n- [A](https://example.org) - Text.\n\n## Y\n\n- [A](https://example.org/b) - Text.\n"),
      .good(
        "- [A](https://example.org) - Text.\n  - [Demo](https://example.org/1)\n- [B](https://example.org/b) - Text.\n  - [Demo](https://example.org/2)\n"
      ),
      .bad("## X\n\n- [A](https://example.org/1) - Text.\n- [↓a](https://example.org/2) - Text.\n"),
    ]
  ) { context in
    let source = context.source
    return context.index.siblings.flatMap { entries -> [Diagnostic] in
      if entries.count == 1 { return [] }
      var firsts: [String: Int] = [:]
      return entries.indices.compactMap { position in
        let entry = entries[position]
        guard let link = entry.link, !entry.title.isEmpty, entry.leadsWithLink(in: source),
          !context.isSuppressed(link.range),
          !context.settings.duplicates.contains(entry.title)
        else { return nil }
        // A table beside a list tells more about the same things.
        let key = (entry.shape == .row ? "|" : "") + entry.title.lowercased()
        guard let first = firsts[key].map({ entries[$0] }) else {
          firsts[key] = position
          return nil
        }
        // The same address is a matter of duplicate-entry.
        guard NormalizedURL(link.url) != first.url.flatMap(NormalizedURL.init) else { return nil }
        let line = context.lineNumber(of: first.range)
        let message = "the entry on line \(line) has the same name, “\(entry.title)”; say what tells them apart"
        return context.diagnostic(message, at: context.nameRange(of: link))
      }
    }
  }
}
