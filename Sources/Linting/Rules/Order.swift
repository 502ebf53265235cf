import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let order = Rule(
    id: "order",
    summary: "Entries stand in the order of the alphabet.",
    rationale: """
      In a long section readers look for a name. The guidelines do not ask for an order, so the rule is off by default; letter \
      case, accents, emoji and articles do not count. Each list of a section has an order of its own; one with numbers keeps it, and \
      so does one with items that are no entries. `render` puts lists in order; rows of tables and raw HTML, the fix alone. The \
      option `language` names another alphabet, such as `sv`.
      """,
    defaultSeverity: nil,
    examples: [
      .good(
        "- [a](https://example.org/a) - Text.\n- [The B](https://example.org/b) - Text.\n- [Ç](https://example.org/c)\n"
      ),
      .bad(
        "- [B](https://example.org/b) - Text.\n- ↓[A](https://example.org/a) - Text.\n",
        fixed: "- [A](https://example.org/a) - Text.\n- [B](https://example.org/b) - Text.\n"),
      .bad(
        "- [C](https://example.org/c)\n> Text.\n- ↓[A](https://example.org/a)\n> Text.\n",
        fixed: "- [A](https://example.org/a)\n> Text.\n- [C](https://example.org/c)\n> Text.\n"),
    ]
  ) { context in
    let lists = itemLists(context)
    return context.index.siblings.flatMap { positions in
      groups(of: positions.map { context.index.entries[$0] }, context, lists)
    }.flatMap { entries -> [Diagnostic] in
      let keys = entries.map { SortKey($0.title, context.settings.alphabet) }
      var result: [Diagnostic] = []
      for misplaced in keys.misplacements {
        let (entry, other) = (entries[misplaced.index], entries[misplaced.neighbour])
        let place = misplaced.belongsBefore ? "before" : "behind"
        let message = "“\(entry.title)” comes \(place) “\(other.title)” in the alphabet"
        let fix = result.isEmpty ? reordering(entries, keys, context) : nil
        result.append(context.diagnostic(message, at: entry.link?.range ?? entry.range, fix: fix))
      }
      return result
    }
  }

  /// The entries that stand beside one another, as groups that can each be put in order.
  private static func groups(of entries: [Entry], _ context: RuleContext, _ lists: [Int: ItemList]) -> [[Entry]] {
    var groups: [[Entry]] = []
    for entry in entries {
      if let last = groups.last?.last, continues(last, entry, context, lists) {
        groups[groups.count - 1].append(entry)
      } else {
        groups.append([entry])
      }
    }
    return groups.filter { group in group.allSatisfy { lists[$0.range.lowerBound]?.isSortable ?? true } }
  }

  /// Whether nothing but blanks divides two entries, which two lists do unless what describes the first entry stands between them.
  private static func continues(
    _ last: Entry, _ entry: Entry, _ context: RuleContext, _ lists: [Int: ItemList]
  ) -> Bool {
    let (old, new) = (lists[last.range.lowerBound], lists[entry.range.lowerBound])
    let isDescribed = new != nil && old.map { $0.range.upperBound < last.range.upperBound } ?? false
    guard old?.range == new?.range || isDescribed, last.range.upperBound <= entry.range.lowerBound else { return false }
    return context.source.bytes(in: SourceRange(last.range.upperBound, entry.range.lowerBound)).allSatisfy {
      $0 <= 0x20
    }
  }

  /// The list that an item stands in.
  private struct ItemList {
    let range: SourceRange
    /// Whether all of its items are entries that can change places.
    let isSortable: Bool
  }

  /// The lists of the text by where their items start.
  private static func itemLists(_ context: RuleContext) -> [Int: ItemList] {
    let starts = Set(context.index.entries.map(\.range.lowerBound))
    let fixed = fixedEntries(context, starts)
    var result: [Int: ItemList] = [:]
    for list in context.index.kinds.lists {
      let isSortable = list.isSortable(starts)
      for item in list.children {
        let start = item.range.lowerBound
        result[start] = ItemList(range: list.range, isSortable: isSortable && !fixed.contains(start))
      }
    }
    return result
  }

  /// Where the entries start of lists with more below them than a quote, which would stay behind when its entry goes elsewhere.
  private static func fixedEntries(_ context: RuleContext, _ starts: Set<Int>) -> Set<Int> {
    var fixed: Set<Int> = []
    for case .entries(let entries, let blocks) in context.list.preamble + context.index.sections.flatMap(\.elements) {
      guard blocks.count > 1, !blocks.allSatisfy({ $0.kind == .quote || $0.isSortable(starts) }) else { continue }
      fixed.formUnion(entries.map(\.range.lowerBound))
    }
    return fixed
  }

  /// The edits that put each entry where it belongs.
  private static func reordering(_ entries: [Entry], _ keys: [SortKey], _ context: RuleContext) -> Fix {
    let sorted = entries.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    let edits = zip(entries.indices, sorted).filter { $0 != $1 }.map { target, source in
      Edit(entries[target].range, context.source[entries[source].range])
    }
    return Fix(edits: edits, isSafe: true)
  }
}

extension Block {
  /// Whether this is a list whose items are entries, all of them, and have no numbers: those say that another order is meant.
  fileprivate func isSortable(_ starts: Set<Int>) -> Bool {
    guard case .list(start: nil, isTight: _) = kind else { return false }
    return children.allSatisfy { starts.contains($0.range.lowerBound) }
  }
}
