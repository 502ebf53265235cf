import Diagnostics
import Markdown
import Source

extension Rule {
  static let unorderedListMarkerStyle = Rule(
    id: "unordered-list-marker-style",
    summary: "All bullets are the same.",
    rationale: """
      Markdown has three bullets, and a change from one to another begins a new list. The first one in the file decides.
      """,
    defaultSeverity: .error,
    examples: [
      .good("* A\n  * B\n* C\n"),
      .bad("- A\n  ↓* B\n- C\n", fixed: "- A\n  - B\n- C\n"),
      .bad("- A\n↓* B\n"),
    ]
  ) { context in
    var usual: UInt8?
    return context.index.blocks.flatMap { list -> [Diagnostic] in
      guard case .list(nil, _) = list.kind, let first = list.children.first else { return [] }
      let marker = context.source.bytes[first.range.lowerBound]
      guard "-*+".utf8.contains(marker), let wanted = usual, wanted != marker else {
        usual = usual ?? marker
        return []
      }
      // Lists that only their bullets divide would become one.
      let isApart = !context.touchesAnotherList(list)
      let character = Character(Unicode.Scalar(wanted))
      let edits = list.children.map { item in
        Edit(SourceRange(item.range.lowerBound, item.range.lowerBound + 1), String(character))
      }
      return list.children.enumerated().map { index, item in
        let place = SourceRange(item.range.lowerBound, item.range.lowerBound + 1)
        return context.diagnostic(
          "the other bullets are “\(character)”", at: place,
          fix: index == 0 && isApart ? Fix(edits: edits, isSafe: true) : nil)
      }
    }
  }
}
