import Diagnostics
import Markdown
import Source

extension Rule {
  static let listItemBulletIndent = Rule(
    id: "list-item-bullet-indent",
    summary: "Begin lists at the start of the line.",
    rationale: "Spaces before a bullet are not shown, but nested items have to follow them.",
    fix: "`--fix` moves the item to the left, with the lines below it.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "list items", "begins at the start of its line", "begin at the start of their line", isReversible: false
    ) { context in
      context.document.blocks.flatMap { block -> [SourceRange] in
        if case .list = block.kind { block.children.map(\.range) } else { [] }
      }
    },
    example: .pair(
      "Text.\n\n↓  - [jq](https://jqlang.org) - JSON processor.\n",
      "Text.\n\n- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
      .good("- A\n  - B\n"),
      .bad("Text.\n\n↓  - A\n    - B\n", fixed: "Text.\n\n- A\n  - B\n"),
    ]
  ) { context in
    context.document.blocks.flatMap { list -> [Diagnostic] in
      guard case .list = list.kind else { return [] }
      return list.children.compactMap { item in
        guard let indent = context.source.indent(of: item) else { return nil }
        let further = context.source.dedent(item, by: indent.count)
        let fix = further.map { Fix(edits: [Edit(indent, "")] + $0, isSafe: true) }
        return context.diagnostic(
          "\(counted(indent.count, "space")) before the bullet; begin it at the start of the line",
          at: indent, fix: fix)
      }
    }
  }
}
