import Diagnostics
import Markdown
import Source

extension Rule {
  static let listItemBulletIndent = Rule(
    id: "list-item-bullet-indent",
    summary: "The bullets of a list begin at the start of their line.",
    rationale: """
      Up to three spaces before a bullet show nowhere, but what is nested below has to follow them.
      """,
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
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
          "\(indent.count) \(indent.count == 1 ? "space stands" : "spaces stand") before the bullet; remove them",
          at: indent, fix: fix)
      }
    }
  }
}
