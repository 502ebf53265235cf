import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let awesomeTOC = Rule(
    id: "awesome-toc",
    summary: "Name the sections below `## Contents`, in order (awesome-lint).",
    details: "Stops at the first wrong item.",
    rationale: """
      For lists that must pass awesome-lint. `toc-form`, `toc-sync` and `dead-anchor` find all problems, and know \
      other headings of contents.
      """,
    presets: [.awesomeLint: .error],
    example: .pair(
      "# Awesome Shell\n\n## Contents\n\n↓- [Prompt](#prompts)\n\n## Prompts\n",
      "# Awesome Shell\n\n## Contents\n\n- [Prompts](#prompts)\n\n## Prompts\n"),
    vectors: [
      .good("# T\n\n## Contents\n\n- [A](#a)\n  - [B](#b)\n\n## A\n\n### B\n\n## Contributing\n"),
      .good("# T\n\n## Table of Contents\n\n- [X](#x)\n\n## A\n"),
      .bad("# T\n\n↓## Contents\n\n## A\n"),
      .bad("# T\n\n## Contents\n\n↓- [B](#a)\n\n## A\n"),
      .bad("# T\n\n## Contents\n\n↓- [A](#A)\n\n## A\n"),
      .bad("# T\n\n## Contents\n\n- [A](#a)\n↓- [Footnotes](#footnotes)\n\n## A\n\n## Footnotes\n"),
      .bad("# T\n\n## Contents\n\n↓- [A](#a)\n\n## A\n\n## B\n"),
      .bad("# T\n\n## X\n\n↓## Contents\n\n- [A](#a)\n\n## A\n"),
      .bad("# T\n\n## Contents\n\n- [A](#a)\n  ↓- [C](#c)\n\n## A\n\n### B\n"),
    ]
  ) { context in
    let blocks = context.document.blocks
    guard
      let contents = blocks.firstIndex(where: { block in
        block.kind == .heading(level: 2) && title(of: block) == "Contents"
      })
    else { return [] }
    var result: [Diagnostic] = []
    let headings = blocks[..<contents].count(where: \.isHeading)
    if headings > 1 {
      result.append(context.diagnostic("contents after another section; put them first", at: blocks[contents].range))
    } else if headings == 0, !blocks[..<contents].contains(where: { $0.kind == .html }) {
      result.append(context.diagnostic("no title before the contents; add one", at: blocks[contents].range))
    }
    let sections = ContentsSections(blocks, behind: contents)
    guard let first = sections.outermost.first else {
      return result + [context.diagnostic("no section after the contents; add one", at: context.fileStart)]
    }
    let lists = blocks[contents..<first.index].filter(\.isList)
    guard let list = lists.first, lists.count == 1 else {
      let message =
        lists.isEmpty ? "no list below the heading; add one" : "more than one list below the heading; join them"
      return result + [context.diagnostic(message, at: blocks[contents].range)]
    }
    var walk = ContentsWalk(context, sections)
    walk.compare(list, with: sections.outermost, depth: 1)
    return result + walk.problems
  }

  private static func title(of heading: Block) -> String {
    heading.phrases.filter { $0.kind != .html }.map(\.text).joined().trimmed
  }
}

extension Block {
  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }

  var isList: Bool {
    if case .list = kind { true } else { false }
  }
}
