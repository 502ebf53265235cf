import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let duplicateName = Rule(
    id: "duplicate-name",
    summary: "Tell the entries of a section apart.",
    details: "Not reported are entries of one name with different words after it, such as those of two authors.",
    rationale: """
      Two entries with the same name and much the same description are one thing at two addresses, or two things that \
      readers confuse.
      """,
    presets: [.awesome: .warning, .strict: .warning],
    options: [.duplicates],
    example: .pair(
      "- [jq](https://jqlang.org) - JSON processor.\n- [↓jq](https://github.com/jqlang/jq) - Processor of JSON.\n",
      "- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
      .good("## X\n\n- [A](https://example.org) - Text.\n\n## Y\n\n- [A](https://example.org/b) - Text.\n"),
      .good(
        "- [A](https://example.org) - Text.\n  - [Demo](https://example.org/1)\n- [B](https://example.org/b) - Text.\n  - [Demo](https://example.org/2)\n"
      ),
      .good("- [Dice](https://example.org/1) - Rolls.\n- [Dice](https://example.org/2) - Draws many lots.\n"),
      .good("- [Dice](https://example.org/1) by @ada\n- [Dice](https://example.org/2) by @grace\n"),
      .good("- [Dice](https://example.org/1) by @ada: rolls\n- [Dice](https://example.org/2) by @grace: rolls\n"),
      .good(
        "| Film | Year |\n|---|---|\n| [Dune](https://example.org/1) | 1984 |\n| [Dune](https://example.org/2) | 2021 |\n"
      ),
      .bad("## X\n\n- [A](https://example.org/1) - Text.\n- [↓a](https://example.org/2) - Text.\n"),
      .bad("## X\n\n- [A](https://example.org/1)\n- [↓A](https://example.org/2) ⭐\n"),
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
    let entries = entries.map { NamedEntry($0, context) }
    var judged: [NamedEntry] = []
    return entries.indices.compactMap { index in
      let entry = entries[index]
      if entry.entry.link.map({ context.isSuppressed($0.range) }) ?? true {
        return entries.first { $0.entry !== entry.entry && $0.resembles(entry) }.flatMap {
          diagnostic(entry.entry, beside: $0.entry, context)
        }
      }
      defer { judged.append(entry) }
      return judged.first { $0.resembles(entry) }.flatMap { diagnostic(entry.entry, beside: $0.entry, context) }
    }
  }

  private static func diagnostic(_ entry: Entry, beside other: Entry, _ context: RuleContext) -> Diagnostic? {
    guard let link = entry.link else { return nil }
    let line = context.lineNumber(of: other.range)
    let message = "same name as the entry on line \(line), and much the same text; remove one or tell them apart"
    return context.diagnostic(message, at: context.nameRange(of: link))
  }
}

/// An entry with what can tell it apart from another of its name.
private struct NamedEntry {
  let entry: Entry
  private let address: NormalizedURL?
  /// The words after the link, in lower case.
  private let words: Set<String>

  init(_ entry: Entry, _ context: RuleContext) {
    self.entry = entry
    address = entry.url.flatMap(NormalizedURL.init)
    var text = entry.description?.text ?? ""
    let start = entry.link?.range.upperBound ?? entry.range.lowerBound
    let end = max(start, entry.children.first?.range.lowerBound ?? entry.range.upperBound)
    var imageEnd = start
    for inline in context.index.inlines(in: SourceRange(start, end)) where inline.range.lowerBound >= imageEnd {
      switch inline.kind {
      case .image: imageEnd = inline.range.upperBound
      case .text, .code: text += " " + context.source[inline.range]
      default: break
      }
    }
    words = Set(
      text.lowercased().unicodeScalars.split { !$0.properties.isAlphabetic && !("0"..."9" ~= $0) && $0 != "@" }.map(
        String.init))
  }

  /// Whether a reader cannot tell two entries of one name apart; the same address is a matter of duplicate-entry.
  func resembles(_ other: NamedEntry) -> Bool {
    let people = words.filter { $0.begins(with: "@") }
    if !people.isEmpty, people.isDisjoint(with: other.words), other.words.contains(where: { $0.begins(with: "@") }) {
      return false
    }
    let shared = words.intersection(other.words).count
    return address != other.address && shared * 3 >= min(words.count, other.words.count) * 2
  }
}
