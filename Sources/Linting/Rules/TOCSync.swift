import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let tocSync = Rule(
    id: "toc-sync",
    summary: "The contents list names the sections, all of them, in their order.",
    rationale: """
      A section that the contents list does not name is found by nobody, and a name that differs from its heading makes readers \
      wonder whether they are in the right place. Sections about the list itself (Contributing, Footnotes) need not be named; \
      sections of the second level must be where one of their siblings is.
      """,
    defaultSeverity: .error,
    examples: [
      .good(
        "# T\n\n## Contents\n\n- [A](#a)\n- [B](#-b)\n\n## A\n\nText.\n\n## 🎉 B\n\nText.\n\n## Contributing\n\nText.\n"),
      .good("# T\n\n## Contents\n\n- [A](#a)\n\n## A\n\n### X\n\nText.\n"),
      .bad(
        "# T\n\n## Contents\n\n- [A](#a)\n- [C](#c)\n\n## A\n\nText.\n\n## ↓B\n\nText.\n\n## C\n\nText.\n",
        fixed:
          "# T\n\n## Contents\n\n- [A](#a)\n- [B](#b)\n- [C](#c)\n\n## A\n\nText.\n\n## B\n\nText.\n\n## C\n\nText.\n"),
      .bad("# T\n\n## Contents\n\n- [B](#b)\n- [↓A](#a)\n\n## A\n\nText.\n\n## B\n\nText.\n"),
      .bad(
        "# T\n\n## Contents\n\n- [↓Old](#a)\n\n## A\n\nText.\n",
        fixed: "# T\n\n## Contents\n\n- [A](#a)\n\n## A\n\nText.\n"),
    ]
  ) { context in
    guard let contents = context.list.contents else { return [] }
    let index = ContentsIndex(contents, context)
    return missing(index, context) + outOfOrder(index, context) + misnamed(index, context)
  }

  private static func missing(_ index: ContentsIndex, _ context: RuleContext) -> [Diagnostic] {
    index.missing.map { section in
      let message = "the contents list does not name the section “\(section.title)”"
      return context.diagnostic(
        message, at: section.heading.textRange, fix: index.insertion(of: section))
    }
  }

  private static func outOfOrder(_ index: ContentsIndex, _ context: RuleContext) -> [Diagnostic] {
    var furthest: ContentsIndex.Item?
    return index.items.compactMap { item in
      if let last = furthest, item.section.heading.range < last.section.heading.range {
        let message = "“\(item.section.title)” comes before “\(last.section.title)” in the list; put it there here too"
        return context.diagnostic(message, at: item.textRange)
      }
      furthest = item
      return nil
    }
  }

  private static func misnamed(_ index: ContentsIndex, _ context: RuleContext) -> [Diagnostic] {
    index.items.compactMap { item in
      let (text, name) = (item.text.lettersAndDigits, item.section.title.lettersAndDigits)
      // A shorter or longer name is recognised.
      guard !name.isEmpty, !name.contains(text) || text.isEmpty, !text.contains(name) else { return nil }
      let title = item.section.title
      let isPlain = !title.contains { "[]<>*_`\\&".contains($0) }
      return context.diagnostic(
        "“\(item.text)” leads to the section “\(title)”; write its name", at: item.textRange, severity: .warning,
        fix: isPlain && item.isPlain ? .safe(Edit(item.textRange, title)) : nil)
    }
  }
}
