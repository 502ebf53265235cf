import Diagnostics
import Markdown
import Source

extension Rule {
  static let listItemIndent = Rule(
    id: "list-item-indent",
    summary: "One space stands between a bullet and the text.",
    rationale: """
      More spaces move what is nested below, and no space makes no list.
      """,
    defaultSeverity: .error,
    examples: [
      .good("- A\n\n1. B\n"),
      .bad("-↓   A\n", fixed: "- A\n"),
      .bad("-↓   A\n    - B\n"),
    ]
  ) { context in
    context.index.blocks.compactMap { item in
      guard case .item = item.kind, let first = item.children.first, first.kind == .paragraph else { return nil }
      let gap = context.source.gap(behindMarkerOf: item, before: first.range.lowerBound)
      guard let gap, gap.count > 1, context.source[gap].allSatisfy({ $0 == " " }) else { return nil }
      // What stands on further lines is indented to match.
      let lines =
        context.source.lineIndex(
          at: item.range.lowerBound)...context.source.lineIndex(at: max(item.range.upperBound - 1, 0))
      return context.diagnostic(
        "\(gap.count) spaces stand behind the bullet; write one", at: gap,
        fix: lines.count == 1 ? .safe(Edit(gap, " ")) : nil)
    }
  }
}
