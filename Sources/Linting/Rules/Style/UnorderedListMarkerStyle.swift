import Diagnostics
import Markdown
import Source

extension Rule {
  static let unorderedListMarkerStyle = Rule(
    id: "unordered-list-marker-style",
    summary: "All bullets are the same.",
    rationale: """
      Markdown has three bullets, and a change from one to another begins a new list. The one that most items have decides.
      """,
    defaultSeverity: .error,
    examples: [
      .good("* A\n  * B\n* C\n"),
      .bad("- A\n  ↓* B\n- C\n", fixed: "- A\n  - B\n- C\n"),
      .bad("- A\n↓* B\n"),
    ]
  ) { context in
    let lists = context.index.blocks.filter { list in
      guard case .list(nil, _) = list.kind, !list.range.isEmpty else { return false }
      return "-*+".utf8.contains(context.source.bytes[list.range.lowerBound])
    }
    let counts = Dictionary(grouping: lists, by: { context.source.bytes[$0.range.lowerBound] })
      .mapValues { $0.reduce(0) { $0 + $1.children.count } }
    let first = lists.first.map { context.source.bytes[$0.range.lowerBound] }
    guard counts.count > 1,
      let usual = counts.max(by: { ($0.value, $0.key == first ? 1 : 0) < ($1.value, $1.key == first ? 1 : 0) })?.key
    else { return [] }
    let character = Character(Unicode.Scalar(usual))
    let adjacent = context.adjacentLists()
    return lists.compactMap { list in
      let bullets = list.children.map { SourceRange($0.range.lowerBound, $0.range.lowerBound + 1) }
      guard let first = bullets.first, context.source.bytes[first.lowerBound] != usual else { return nil }
      // Lists that only their bullets divide would become one.
      let isApart = !adjacent.contains(list.range.lowerBound)
      let fix = Fix(edits: bullets.map { Edit($0, String(character)) }, isSafe: true)
      return context.diagnostic("most bullets of the file are “\(character)”", at: first, fix: isApart ? fix : nil)
    }
  }
}
