import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let entryDescription = Rule(
    id: "entry-description",
    summary: "Describe every entry.",
    details: """
      Not checked: names of four or more words, three entries without a description one after the other, sections in \
      which most lack one, lists in which many do, and table rows without an empty cell.
      """,
    rationale: """
      Readers of a curated list come for one sentence about each thing: what it does, and why it is here. Names \
      without descriptions make a directory.
      """,
    presets: [.awesome: .warning, .strict: .warning],
    aliases: ["awesome-list-item"],
    example: .pair(
      "- ↓[jq](https://jqlang.org)\n- [fzf](https://github.com/junegunn/fzf) - Fuzzy finder.\n",
      "- [jq](https://jqlang.org) - JSON processor.\n- [fzf](https://github.com/junegunn/fzf) - Fuzzy finder.\n"),
    vectors: [
      .good("- [A](https://example.org) - Text.\n"),
      .good("- [A](https://example.org)\n> Text.\n- [B](https://example.org/b)\n> Text.\n"),
      .good("- [A](https://example.org)\n\n  Text.\n"),
      .good("- [A](https://example.org)\n  - [Part](https://example.org/part) - Text.\n"),
      .bad("- ↓[A](https://example.org)\n- [B](https://example.org/b) - Text.\n"),
      .good("- [A](https://example.org)\n- [B](https://example.org/b)\n- [C](https://example.org/c) - Text.\n"),
      .good(
        "| A | B | C |\n|---|---|---|\n| [A](https://example.org) | - | 1 |\n| [B](https://example.org/b) | Text of it. | 2 |\n"
      ),
      .bad(
        "| A | B |\n|---|---|\n| ↓[A](https://example.org) | |\n| [B](https://example.org/b) | Text of it. |\n"),
      .bad(
        "| A | B |\n|---|---|\n| [A](https://example.org) | Text of it. |\n| ↓[B](https://example.org/b) |\n"),
      .good(
        described(12, at: "a")
          + "- [B](https://example.org/1)\n- [C](https://example.org/2)\n- [D](https://example.org/3)\n"
          + described(12, at: "b")),
      .bad("- ↓[A](https://example.org) -\n- [B](https://example.org/b) - Text.\n"),
    ]
  ) { context in
    let outlines = context.index.outlines
    let linked = context.index.siblings.map { linkedEntries($0, outlines, context.index) }
    let (total, missingCount) = linked.reduce((0, 0)) { ($0.0 + $1.count, $0.1 + $1.missing) }
    // A list in which one entry in ten lacks a description does so on purpose.
    guard total < 20 || missingCount * 10 <= total else { return [] }
    return linked.flatMap { count, missing, alone -> [Diagnostic] in
      // Where most entries have none, the section is a directory on purpose; a few in a long list show no habit.
      guard missing * 3 <= count || count < 3 && missing < count && total < Convention.Standard.least else { return [] }
      return alone.filter { !saysEnough($0.title) && !isFilled($0, context) && !hasCode($0, context) }.compactMap {
        entry in
        entry.link.map { context.diagnostic("entry without description; add one sentence", at: $0.range) }
      }
    }
  }

  /// Some entries with a description, for examples.
  private static func described(_ count: Int, at path: String) -> String {
    (0..<count).map { "- [E\(path)\($0)](https://example.org/\(path)/\($0)) - Text.\n" }.joined()
  }

  /// Whether an entry is a row of a table with something in each of its cells: what describes it need not be words.
  private static func isFilled(_ entry: Entry, _ context: RuleContext) -> Bool {
    guard entry.shape == .row else { return false }
    let row = context.source[context.source.line(context.source.lineIndex(at: entry.range.lowerBound))]
    let cells = row.parts(at: "|", omittingEmptySubsequences: false).map(\.isBlank)
    // There is no cell before the first pipe or after the last one.
    return cells.dropFirst().dropLast().allSatisfy { !$0 } && cells.count { !$0 } > 1
  }

  /// Whether code follows the link, which may say all there is to say.
  private static func hasCode(_ entry: Entry, _ context: RuleContext) -> Bool {
    guard let link = entry.link else { return false }
    let rest = SourceRange(link.range.upperBound, max(entry.range.upperBound, link.range.upperBound))
    return context.index.inlines(in: rest).contains { $0.kind == .code }
  }

  /// Whether a name is a description already, such as the title of a paper.
  private static func saysEnough(_ title: String) -> Bool {
    title.split(whereSeparator: \.isWhitespace).count > 3 || title.count(where: \.isEastAsianLetter) > 7
  }

  /// How many of some entries have a link and nothing below, how many of those have no description, and which of these are not beside
  /// two more of the kind: several names one after the other are a directory on purpose.
  private static func linkedEntries(
    _ positions: [Int], _ outlines: [EntryOutline], _ index: ListIndex
  ) -> (count: Int, missing: Int, alone: [Entry]) {
    let linked = positions.filter { outlines[$0].leadsWithLink && !outlines[$0].hasChildren }
    let runs = linked.split { outlines[$0].isDescribed }
    let alone = runs.filter { $0.count < 3 }.joined().map { index.entries[$0] }
    return (linked.count, runs.reduce(0) { $0 + $1.count }, alone)
  }
}
