import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let orderedListMarkerStyle = Rule(
    id: "ordered-list-marker-style",
    summary: "Put the same character after all list numbers.",
    details: "The first one in the file is the usual one.",
    rationale: "Markdown takes `.` and `)`. A change from one to the other begins a new list.",
    fix: "`--fix` replaces the characters where two lists do not become one.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "list items", "has the usual character after its number", "have the usual character after their number",
      isReversible: false, in: \.items),
    example: .pair("1. Install\n\nText.\n\n1↓) Configure\n", "1. Install\n\nText.\n\n1. Configure\n"),
    vectors: [
      .good("1. A\n2. B\n\nText.\n\n1. C\n"),
      .bad("1. A\n2. B\n\nText.\n\n1↓) C\n2↓) D\n", fixed: "1. A\n2. B\n\nText.\n\n1. C\n2. D\n"),
      .bad("1. A\n\n1↓) B\n"),
    ]
  ) { context in
    let lists = context.index.kinds.lists.filter(\.isOrdered)
    let delimiters = lists.flatMap { $0.children.compactMap(context.source.delimiter).map { context.source[$0] } }
    guard lists.count > 1, let wanted = context.followsAwesomeLint ? delimiters.first : Majority(delimiters).mostCommon
    else {
      return []
    }
    let adjacent = context.adjacentLists()
    return lists.flatMap { list -> [Diagnostic] in
      let marks = list.children.compactMap(context.source.delimiter)
      guard let first = marks.first, context.source[first] != wanted else { return [] }
      // Lists that only their marks divide would become one.
      let isApart = !adjacent.contains(list.range.lowerBound)
      let fix = isApart ? Fix(edits: marks.map { Edit($0, wanted) }, isSafe: true) : nil
      return marks.enumerated().map { position, mark in
        context.diagnostic(
          "different character after the number; use “\(wanted)”, as in the other lists", at: mark,
          fix: position == 0 ? fix : nil)
      }
    }
  }
}

extension Block {
  fileprivate var isOrdered: Bool {
    if case .list(let start, _) = kind { start != nil } else { false }
  }
}

extension SourceText {
  /// The mark after an item's number.
  fileprivate func delimiter(of item: Block) -> SourceRange? {
    let digits = number(of: item)
    guard let digits, bytes.indices.contains(digits.upperBound) else { return nil }
    return SourceRange(digits.upperBound, digits.upperBound + 1)
  }
}
