import AwesomeList
import Diagnostics

extension Rule {
  static let duplicateName = Rule(
    id: "duplicate-name",
    summary: "Give the entries of a section different names.",
    rationale: "Two entries with the same name are one thing at two addresses, or two things that readers confuse.",
    presets: [.awesome: .warning, .strict: .warning],
    options: [.duplicates],
    example: .pair(
      "- [Query](https://jqlang.org) - JSON processor.\n- [↓Query](https://github.com/mikefarah/yq) - YAML processor.\n",
      "- [jq](https://jqlang.org) - JSON processor.\n- [yq](https://github.com/mikefarah/yq) - YAML processor.\n"),
    vectors: [
      .good("## X\n\n- [A](https://example.org) - Text.\n\n## Y\n\n- [A](https://example.org/b) - Text.\n"),
      .good(
        "- [A](https://example.org) - Text.\n  - [Demo](https://example.org/1)\n- [B](https://example.org/b) - Text.\n  - [Demo](https://example.org/2)\n"
      ),
      .bad("## X\n\n- [A](https://example.org/1) - Text.\n- [↓a](https://example.org/2) - Text.\n"),
    ]
  ) { context in
    let outlines = context.index.outlines
    return context.index.siblings.flatMap { positions -> [Diagnostic] in
      // Most have names of their own.
      if HashGroups(positions.map { outlines[$0].titleHash }).repeated.isEmpty { return [] }
      var groups: [String: [Entry]] = [:]
      for position in positions where outlines[position].leadsWithLink {
        let entry = context.index.entries[position]
        if entry.title.isEmpty || context.words(.duplicates).contains(entry.title) { continue }
        // A table beside a list adds facts about the same things.
        groups[(entry.shape == .row ? "|" : "") + entry.title.lowercased(), default: []].append(entry)
      }
      return groups.values.filter { $0.count > 1 }.flatMap { diagnostics($0, context) }
    }
  }

  /// The findings among entries of one name; of one that a comment exempts only that comment has to know, which is needed for it.
  private static func diagnostics(_ entries: [Entry], _ context: RuleContext) -> [Diagnostic] {
    guard let first = entries.first else { return [] }
    // The same address is a matter of duplicate-entry.
    let addresses = entries.map { $0.url.flatMap(NormalizedURL.init) }
    let other = addresses.firstIndex { $0 != addresses[0] }
    var judged: Int?
    return entries.indices.compactMap { index in
      if entries[index].link.map({ context.isSuppressed($0.range) }) ?? true {
        let beside = addresses[index] == addresses[0] ? other.map { entries[$0] } : first
        return beside.flatMap { diagnostic(entries[index], beside: $0, context) }
      }
      guard let judged else {
        judged = index
        return nil
      }
      return addresses[index] == addresses[judged] ? nil : diagnostic(entries[index], beside: entries[judged], context)
    }
  }

  private static func diagnostic(_ entry: Entry, beside other: Entry, _ context: RuleContext) -> Diagnostic? {
    guard let link = entry.link else { return nil }
    let line = context.lineNumber(of: other.range)
    let message = "same name as the entry on line \(line); rename one of them"
    return context.diagnostic(message, at: context.nameRange(of: link))
  }
}
