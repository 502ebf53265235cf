import Diagnostics
import Markdown
import Source

extension Rule {
  static let listItemIndent = Rule(
    id: "list-item-indent",
    summary: "Put one space after a bullet.",
    rationale: "Extra spaces push nested items to the right.",
    fix: "`--fix` removes the extra spaces, and moves the lines below to the left.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "list items", "has one space after its marker", "have one space after their marker", isReversible: false,
      in: \.items),
    example: .pair(
      "-↓   [jq](https://jqlang.org) - JSON processor.\n",
      "- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
      .good("- A\n\n1. B\n"),
      .bad("-↓   A\n", fixed: "- A\n"),
      .bad("-↓   A\n    - B\n", fixed: "- A\n  - B\n"),
      .bad("-↓   A\n\tb\n"),
    ]
  ) { context in
    let source = context.source
    let items = context.index.kinds.items
    return items.indices.filter { !source.isPlainItem(at: items[$0].range.lowerBound) }.compactMap { position in
      let item = items[position]
      guard let first = item.firstChild, first.kind == .paragraph || context.followsAwesomeLint else {
        return nil
      }
      let gap = source.gap(behindMarkerOf: item, before: first.range.lowerBound)
      guard let gap, gap.count > 1, source.bytes(in: gap).allSatisfy({ $0 == UInt8(ascii: " ") }) else { return nil }
      // Further lines are indented to match.
      let further = source.dedent(item, by: gap.count - 1)
      return context.diagnostic(
        "\(gap.count) spaces after the bullet; use one", at: gap,
        fix: further.map { Fix(edits: [Edit(gap, " ")] + $0, isSafe: true) })
    }
  }
}

extension SourceText {
  /// Whether a bullet, one space and another character are at an offset, as nearly everywhere.
  fileprivate func isPlainItem(at start: Int) -> Bool {
    start + 2 < bytes.count && "-*+".utf8.contains(bytes[start]) && bytes[start + 1] == 0x20 && bytes[start + 2] > 0x20
  }
}
