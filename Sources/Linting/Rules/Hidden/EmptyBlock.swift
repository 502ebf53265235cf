import Diagnostics
import Markdown
import Source

extension Rule {
  static let emptyBlock = Rule(
    id: "empty-block",
    summary: "Write something in every heading and list item.",
    details: "An image, an anchor or a checkbox is something.",
    rationale: """
      An empty heading has no anchor, and what is below it seems to belong to nothing. An empty item is a bullet without \
      text. Often a name was meant to be there.
      """,
    presets: [.awesome: .warning, .strict: .warning],
    example: .pair(
      "- [jq](https://jqlang.org) - JSON processor.\n↓-\n\n↓##\n\n- [fzf](https://github.com/junegunn/fzf) - Fuzzy finder.\n",
      "- [jq](https://jqlang.org) - JSON processor.\n\n## Search\n\n- [fzf](https://github.com/junegunn/fzf) - Fuzzy finder.\n"
    ),
    vectors: [
      .good("## ![A](a.png)\n\n## <a name=\"x\"></a>\n\n- ![B](b.png)\n- [ ]\n- <!-- later -->\n- - A\n"),
      .good("-\n  A\n\nA\n+\nB\n\n> ##Text\n"),
      .bad("1. A\n↓2.\n\n* B\n↓*\n"),
      .bad("- A\n  - B\n  ↓-\n\n↓#\n\n↓### ###\n"),
    ]
  ) { context in
    context.index.hidden.emptyBlocks.map { block in
      if case .heading = block.kind {
        return context.diagnostic("heading without text; write or remove it", at: block.range, severity: .error)
      }
      return context.diagnostic("list item without text; write or remove it", at: block.range)
    }
  }
}
