import Diagnostics
import Markdown
import Source

extension Rule {
  static let checkboxContentIndent = Rule(
    id: "checkbox-content-indent",
    summary: "One space stands between a checkbox and its text.",
    rationale: """
      More than one shows nowhere and is noise in every comparison.
      """,
    defaultSeverity: .error,
    examples: [
      .good("- [x] A\n- [ ] B\n"),
      .bad("- [x]↓  A\n- [ ] B\n", fixed: "- [x] A\n- [ ] B\n"),
    ]
  ) { context in
    context.index.kinds.items.compactMap { item in
      guard item.kind == .item(isChecked: true) || item.kind == .item(isChecked: false),
        let open = context.source.bytes(in: item.range).firstIndex(of: UInt8(ascii: "["))
      else { return nil }
      let gap = context.source.blanks(at: open + 3)
      guard gap.count > 1 else { return nil }
      return context.diagnostic(
        "\(gap.count) spaces stand behind the checkbox; write one", at: gap, fix: .safe(Edit(gap, " ")))
    }
  }
}
