import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let awesomeTOC = Rule(
    id: "awesome-toc",
    summary: "As awesome-lint: the list below `## Contents` names the sections in their order.",
    rationale: """
      Stands for awesome-lint's rule of this name, for lists that are held to that program: it stops at the first item that is \
      wrong. `toc-form`, `toc-sync` and `dead-anchor` tell all problems, and know other headings of contents.
      """,
    presets: [.awesomeLint: .error],
    examples: [
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
      result.append(context.diagnostic("the contents come behind another section", at: blocks[contents].range))
    } else if headings == 0, !blocks[..<contents].contains(where: { $0.kind == .html }) {
      result.append(context.diagnostic("no title comes before the contents", at: blocks[contents].range))
    }
    let sections = ContentsSections(blocks, behind: contents)
    guard let first = sections.outermost.first else {
      return result + [context.diagnostic("no section follows the contents", at: context.fileStart)]
    }
    let lists = blocks[contents..<first.index].filter(\.isList)
    guard let list = lists.first, lists.count == 1 else {
      let message = lists.isEmpty ? "no list follows the heading" : "more than one list follows the heading"
      return result + [context.diagnostic(message, at: blocks[contents].range)]
    }
    var walk = ContentsWalk(context, sections)
    walk.compare(list, with: sections.outermost, depth: 1)
    return result + walk.problems
  }

  private static func title(of heading: Block) -> String {
    heading.phrases.filter { $0.kind != .html }.map(\.text).joined().drop(while: \.isWhitespace).trimmingEnd
  }
}

extension Substring {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
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
