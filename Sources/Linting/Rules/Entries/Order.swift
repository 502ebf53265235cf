public import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let order = Rule(
    id: "order",
    summary: "Sort entries alphabetically.",
    details: """
      Letter case, accents, emoji and articles do not count; options decide which first words count, and whether 2 is \
      before 10. Each list, each table and each run of other entries is \
      sorted separately. Numbered lists, and lists with items that are not entries, keep their order.
      """,
    rationale: """
      In a long section, readers look for a name. The rule is off by default, because the guidelines require no order.
      """,
    fix: "`--fix` sorts the entries, as `awesome render` does.",
    presets: [:],
    options: [.language, .leadingWords, .sortNumbers],
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
      .good("- [B 10](https://example.org/b)\n- [B 2](https://example.org/c)\n"),
      .bad(
        "- [B 10](https://example.org/b)\n- ↓[B 2](https://example.org/c)\n",
        fixed: "- [B 2](https://example.org/c)\n- [B 10](https://example.org/b)\n",
        with: [.sortNumbers: .text("by-value")]),
      .bad(
        "- [La B](https://example.org/b)\n- ↓[C](https://example.org/c)\n",
        fixed: "- [C](https://example.org/c)\n- [La B](https://example.org/b)\n"),
      .good(
        "- [La B](https://example.org/b)\n- [C](https://example.org/c)\n",
        with: [.leadingWords: .words(["la", "le"])]),
      .good("- [The B](https://example.org/b)\n- [C](https://example.org/c)\n"),
      .bad(
        "- [The B](https://example.org/b)\n- ↓[C](https://example.org/c)\n",
        fixed: "- [C](https://example.org/c)\n- [The B](https://example.org/b)\n", with: [.leadingWords: .words([])]),
    ]
  ) { context in
    let order = NameOrder(context.options)
    return context.list.entryGroups.flatMap { group -> [Diagnostic] in
      let keys = group.entries.map { SortKey($0.title, order) }
      var result: [Diagnostic] = []
      for misplaced in keys.misplacements {
        let (entry, other) = (group.entries[misplaced.index], group.entries[misplaced.neighbour])
        let place = misplaced.belongsBefore ? "before" : "after"
        let message = "not in alphabetical order; put it \(place) “\(other.title)”"
        // The first finding puts each entry where it belongs.
        let fix = result.isEmpty ? Fix(edits: group.edits(by: order, in: context.source), isSafe: true) : nil
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
  public static let leadingWords = RuleOption(
    key: "leading-words", summary: "Words that do not count at the beginning of a name.",
    kind: .words(default: NameOrder.articles))
  public static let sortNumbers = RuleOption(
    key: "sort-numbers", summary: "Whether 10 is before 2, digit by digit, or after it, by value.",
    kind: .choice(["by-digit", "by-value"]))
}

extension NameOrder {
  /// The order that the options of the rule `order` set.
  public init(_ options: RuleOptions) {
    self.init(
      alphabet: options.text(.language).flatMap(Alphabet.init(language:)) ?? .root,
      leadingWords: options.words(.leadingWords), sortsNumbersByValue: options.text(.sortNumbers) == "by-value")
  }
}
