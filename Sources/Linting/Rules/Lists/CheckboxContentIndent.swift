import Diagnostics
import Markdown
import Source

extension Rule {
  static let checkboxContentIndent = Rule(
    id: "checkbox-content-indent",
    summary: "Put one space after a checkbox.",
    rationale: "Extra spaces are not shown, and clutter every diff.",
    fix: "`--fix` removes the extra spaces.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "list items", "has one space after its checkbox", "have one space after their checkbox", isReversible: false,
      in: \.items),
    example: .pair("- [x]↓  Prompts\n- [ ] Plugins\n", "- [x] Prompts\n- [ ] Plugins\n"),
    vectors: [
      .good("- [x] A\n- [ ] B\n"),
      .bad("- [x]↓  A\n- [ ] B\n", fixed: "- [x] A\n- [ ] B\n"),
    ]
  ) { context in
    let items = context.index.kinds.items
    return items.indices.filter { items[$0].isTask }.compactMap { position in
      let item = items[position]
      guard let open = context.source.firstIndex(of: UInt8(ascii: "["), in: item.range) else { return nil }
      let gap = context.source.blanks(at: open + 3)
      guard gap.count > 1 else { return nil }
      return context.diagnostic(
        "\(gap.count) spaces after the checkbox; use one", at: gap, fix: .safe(Edit(gap, " ")))
    }
  }
}

extension Block {
  fileprivate var isTask: Bool { kind == .item(isChecked: true) || kind == .item(isChecked: false) }
}
