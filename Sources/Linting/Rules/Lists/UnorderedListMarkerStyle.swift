import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let unorderedListMarkerStyle = Rule(
    id: "unordered-list-marker-style",
    summary: "Use the same bullet throughout.",
    details: """
      The bullet of most items is the usual one. A list after a blank line below another list may have another bullet, \
      which keeps the two apart. So may a contents list, which a tool often writes.
      """,
    rationale: "Markdown has three bullets, and a change from one to another begins a new list.",
    fix: "`--fix` replaces the bullets where two lists do not become one.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(of: "lists", "has the usual bullet", "have the usual bullet", isReversible: false) {
      context in
      judged(context).map(\.range)
    },
    example: .pair("- Shells\n  ↓* Prompts\n- Terminals\n", "- Shells\n  - Prompts\n- Terminals\n"),
    vectors: [
      .good("* A\n  * B\n* C\n"),
      .good("- A\n- B\n\n* C\n"),
      .bad("- A\n  ↓* B\n- C\n", fixed: "- A\n  - B\n- C\n"),
      .bad("- A\n↓* B\n"),
    ]
  ) { context in
    let lists = judged(context)
    let bullets = lists.map { context.source.bytes[$0.range.lowerBound] }
    // Most files have one bullet.
    guard let first = bullets.first, bullets.contains(where: { $0 != first }) else { return [] }
    let counts = Dictionary(zip(bullets, lists.map(\.childCount)), uniquingKeysWith: +)
    let most = counts.max { ($0.value, $0.key == first ? 1 : 0) < ($1.value, $1.key == first ? 1 : 0) }?.key
    let usual = context.followsAwesomeLint ? first : most ?? first
    let character = Character(Unicode.Scalar(usual))
    let adjacent = context.adjacentLists()
    let divided = context.followsAwesomeLint ? [] : context.dividedLists()
    let others = zip(lists, bullets).filter { $1 != usual && !divided.contains($0.range.lowerBound) }
    return others.flatMap { list, _ -> [Diagnostic] in
      let bullets = list.children.map { SourceRange($0.range.lowerBound, $0.range.lowerBound + 1) }
      guard let first = bullets.first, context.source.bytes[first.lowerBound] != usual else { return [] }
      // Lists that only their bullets divide would become one.
      let isApart = !adjacent.contains(list.range.lowerBound)
      let fix = isApart ? Fix(edits: bullets.map { Edit($0, String(character)) }, isSafe: true) : nil
      // One finding for all bullets of a list is enough; awesome-lint has one for each.
      return (context.followsAwesomeLint ? bullets : [first]).map {
        context.diagnostic(
          "different bullet; use “\(character)”, as in the rest of the file", at: $0, fix: $0 == first ? fix : nil)
      }
    }
  }

  /// The lists with bullets, without the contents lists where the list is its own style guide.
  private static func judged(_ context: RuleContext) -> [Block] {
    let lists = context.index.kinds.lists.filter { list in
      guard case .list(nil, _) = list.kind, !list.range.isEmpty else { return false }
      return "-*+".utf8.contains(context.source.bytes[list.range.lowerBound])
    }
    guard context.followsConventions else { return lists }
    let contents = context.index.contentsRevisions.flatMap(\.contents.blocks).map(\.range)
    let bytes = context.source.bytes
    return lists.filter { list in
      !contents.contains { $0.contains(list.range) && bytes[$0.lowerBound] == bytes[list.range.lowerBound] }
    }
  }
}
