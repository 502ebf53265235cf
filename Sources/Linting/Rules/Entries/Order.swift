import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let order = Rule(
    id: "order",
    summary: "Sort entries alphabetically.",
    details: """
      Letter case, accents, emoji and articles do not count. Each list, each table and each run of other entries is \
      sorted separately. Numbered lists, and lists with items that are not entries, keep their order.
      """,
    rationale: """
      In a long section, readers look for a name. The rule is off by default, because the guidelines require no order.
      """,
    fix: "`--fix` sorts the entries, as `awesome render` does.",
    presets: [:],
    options: [.language],
    example: .pair(
      "- [jq](https://jqlang.org) - JSON processor.\n- ↓[fzf](https://github.com/junegunn/fzf) - Fuzzy finder.\n",
      "- [fzf](https://github.com/junegunn/fzf) - Fuzzy finder.\n- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
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
    let alphabet = context.text(.language).flatMap(Alphabet.init(language:)) ?? .root
    return context.list.entryGroups.flatMap { group -> [Diagnostic] in
      let keys = group.entries.map { SortKey($0.title, alphabet) }
      var result: [Diagnostic] = []
      for misplaced in keys.misplacements {
        let (entry, other) = (group.entries[misplaced.index], group.entries[misplaced.neighbour])
        let place = misplaced.belongsBefore ? "before" : "after"
        let message = "not in alphabetical order; put it \(place) “\(other.title)”"
        // The first finding puts each entry where it belongs.
        let fix = result.isEmpty ? Fix(edits: group.edits(by: alphabet, in: context.source), isSafe: true) : nil
        result.append(context.diagnostic(message, at: entry.link?.range ?? entry.range, fix: fix))
      }
      return result
    }
  }
}

extension RuleOption {
  public static let language = RuleOption(
    key: "language",
    summary: "The language by whose alphabet entries are sorted; else letters with accents are their base letters.",
    kind: .language)
}
