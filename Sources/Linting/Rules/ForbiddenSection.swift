import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let forbiddenSection = Rule(
    id: "forbidden-section",
    summary: "The list has no section about its licence, and its contents name the subject's sections alone.",
    rationale: """
      The licence has a file of its own, which sites show beside the list. Contributing and Footnotes stand at the end, where \
      readers look for them, and need no line in the contents. Whom the list was inspired by is for the end as well.
      """,
    defaultSeverity: .error,
    examples: [
      .good("# T\n\n## A\n\nText.\n\n## Contributing\n\nText.\n"),
      .good("# T\n\n## Licensing\n\n- [A](https://example.org) - Text.\n"),
      .bad("# T\n\n## A\n\nText.\n\n## ↓📄 License\n\nCC0.\n", fixed: "# T\n\n## A\n\nText.\n\n"),
      .bad(
        "# T\n\n## Contents\n\n- [A](#a)\n- ↓[Contributing](#contributing)\n\n## A\n\nText.\n\n## Contributing\n\nText.\n"
      ),
      .bad("# T\n\n↓Inspired by [awesome-a](https://example.org).\n\n## A\n\nText.\n"),
      .bad("# T\n\n## A\n\n[b]\n\n## ↓License\n\nText.\n\n[b]: https://example.org\n\nText.\n"),
    ]
  ) { context in
    licenses(context) + listed(context) + inspirations(context)
  }

  private static func licenses(_ context: RuleContext) -> [Diagnostic] {
    context.index.sections.filter { $0.isLicense && !$0.hasEntries }.map { section in
      let end = section.elements.flatMap(\.blocks).last?.range.upperBound ?? section.heading.range.upperBound
      let line = context.source.lineIndex(at: end)
      let next = line + 1 < context.source.lineCount ? context.source.lineStarts[line + 1] : context.source.bytes.count
      let whole = SourceRange(section.heading.range.lowerBound, next)
      let fix = Fix.unsafe(Edit(whole, ""))
      // Definitions at a file's end serve the links of all sections.
      let hasDefinitions = context.document.definitions.contains { whole.overlaps($0.range) }
      return context.diagnostic(
        "the licence belongs into a file of its own; remove the section", at: section.heading.textRange,
        fix: section.sections.isEmpty && !hasDefinitions ? fix : nil)
    }
  }

  private static func listed(_ context: RuleContext) -> [Diagnostic] {
    let names: Set<String> = ["contributing", "footnotes"]
    return (context.list.contents?.list.links ?? []).compactMap { link in
      guard let range = link.range, names.contains(link.text.lowercased().filter(\.isLetter)) else { return nil }
      return context.diagnostic("“\(link.text)” needs no line in the contents", at: range)
    }
  }

  private static func inspirations(_ context: RuleContext) -> [Diagnostic] {
    context.document.blocks.filter { $0.kind == .paragraph && context.header.contains($0.range) }.compactMap { block in
      guard block.text.lowercased().hasPrefix("inspired by") else { return nil }
      return context.diagnostic("whom the list was inspired by belongs to its end", at: block.range, severity: .warning)
    }
  }
}
