import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let tocForm = Rule(
    id: "toc-form",
    summary: "Begin the list with its contents, under the heading “Contents”.",
    details: """
      A list of up to three sections needs no contents. The contents list has at most two levels. An emoji beside the \
      heading is fine.
      """,
    rationale: "Readers find a section by the contents list, and programs find that list by its heading.",
    fix: """
      `--fix` adds the heading. `--unsafe-fixes` also adds it below a label of a few words, renames it, and changes its \
      level: other sites may link to it.
      """,
    presets: [.strict: .error],
    aliases: ["awesome-toc"],
    example: .pair(
      "# Awesome Shell\n\n## ↓Table of Contents\n\n- [Prompts](#prompts)\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n",
      "# Awesome Shell\n\n## Contents\n\n- [Prompts](#prompts)\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n"
    ),
    vectors: [
      .good("# Awesome T\n\n## Contents\n\n- [A](#a)\n  - [B](#b)\n\n## A\n\n### B\n\nText.\n"),
      .good("# Awesome T\n\n## 📖 Contents\n\n- [A](#a)\n\n## A\n\nText.\n"),
      .good("# Awesome T\n\n## A\n\nText.\n"),
      .bad(
        "# Awesome T\n\n## ↓Table of Contents\n\n- [A](#a)\n\n## A\n\n[Up](#table-of-contents)\n",
        fixed: "# Awesome T\n\n## Contents\n\n- [A](#a)\n\n## A\n\n[Up](#contents)\n"),
      .bad(
        "# Awesome T\n\n↓- [A](#a)\n\n## A\n\nText.\n",
        fixed: "# Awesome T\n\n## Contents\n\n- [A](#a)\n\n## A\n\nText.\n"),
      .bad(
        "# Awesome T\n\n**Table of Contents**\n\n↓- [A](#a)\n\n## A\n\nText.\n",
        fixed: "# Awesome T\n\n## Contents\n\n- [A](#a)\n\n## A\n\nText.\n"),
      .bad(
        "# Awesome T\n\nJump to\n\n↓- [A](#a)\n\n## A\n\nText.\n",
        fixed: "# Awesome T\n\nJump to\n\n## Contents\n\n- [A](#a)\n\n## A\n\nText.\n"),
      .bad(
        "# Awesome T\n\n### ↓Contents\n\n- [A](#a)\n\n## A\n\nText.\n",
        fixed: "# Awesome T\n\n## Contents\n\n- [A](#a)\n\n## A\n\nText.\n"),
      .bad(
        "# Awesome T\n\n## ↓Table of Contents\n\n### X\n\n<!-- toc -->\n\n- [A](#a)\n- [B](#b)\n\n## A\n\nText.\n\n## B\n\nText.\n",
        fixed:
          "# Awesome T\n\n## Contents\n\n### X\n\n<!-- toc -->\n\n- [A](#a)\n- [B](#b)\n\n## A\n\nText.\n\n## B\n\nText.\n"
      ),
      .bad("# Awesome T\n\n## A\n\nText.\n\n## ↓Contents\n\n- [A](#a)\n"),
      .bad(
        "# Awesome T\n\n## Contents\n\n- [A](#a)\n  - [B](#b)\n    - ↓[C](#c)\n\n## A\n\n### B\n\n#### C\n\nText.\n"),
      .bad("# ↓Awesome T\n\n## A\n\nText.\n\n## B\n\nText.\n\n## C\n\nText.\n\n## D\n\nText.\n"),
    ]
  ) { context in
    guard let contents = context.list.contents else { return missing(in: context) }
    let deep = deepItem(contents.list, depth: 1).map {
      context.diagnostic("third level in the contents list; leave it out", at: $0)
    }
    return headingProblems(of: contents, context) + [deep].compactMap(\.self)
  }

  private static func missing(in context: RuleContext) -> [Diagnostic] {
    // Links to sections that no list contains are contents of some other form.
    let anchors = context.list.links.count { $0.isFragment && !$0.isImage }
    guard context.subjectSections.count > 3, anchors < 3, let title = context.list.title else { return [] }
    return [context.diagnostic("no contents list; write one under “## Contents”", at: title.textRange)]
  }

  private static func headingProblems(of contents: Contents, _ context: RuleContext) -> [Diagnostic] {
    guard let heading = contents.heading ?? outerHeading(of: contents.list, context) else {
      let message = "contents list without heading; write “## Contents” above it"
      return [context.diagnostic(message, at: contents.list.range, fix: newHeading(over: contents.list, context))]
    }
    if isMisnamed(heading) {
      let message = "unusual heading of the contents list; write “Contents”"
      return [context.diagnostic(message, at: heading.textRange, fix: renaming(heading, context))]
    }
    let usesLevel2 = context.subjectSections.contains { $0.level == 2 }
    if heading.level != 2, usesLevel2 {
      return [
        context.diagnostic(
          "heading of level \(heading.level); use level 2", at: heading.textRange,
          fix: leveling(heading, context))
      ]
    }
    if let first = context.subjectSections.first, first.heading.range < heading.range {
      return [context.diagnostic("contents list after “\(first.title)”; put it first", at: heading.textRange)]
    }
    return []
  }

  /// The heading of a contents list whose parts have headings of their own.
  private static func outerHeading(of list: Block, _ context: RuleContext) -> Heading? {
    var level = Int.max
    for section in context.index.sections.reversed() where section.heading.range < list.range && section.level < level {
      if section.heading.isContents { return section.heading }
      level = section.level
    }
    return nil
  }

  /// The edit that puts a heading over a contents list, in place of a label such as “**Table of Contents**”.
  private static func newHeading(over list: Block, _ context: RuleContext) -> Fix {
    let start = list.range.lowerBound
    let text = "## Contents" + context.lineEnd + context.lineEnd
    let insertion = Edit(SourceRange(start, start), text)
    let before = context.document.blocks.last { $0.range < list.range }
    guard let before, before.kind == .paragraph else { return .safe(insertion, effects: .structure) }
    let words = before.visibleText
    if contentsNames.contains(words.lowercased().filter { $0.isLetter || $0 == " " }) {
      return .safe(Edit(before.range, "## Contents"), effects: .structure)
    }
    // A few words such as “Jump to” would be left over the heading.
    let isSentence = words.last.map { ".!?。".contains($0) } ?? true
    let isLabel =
      words.contains(where: \.isLetter) && !isSentence && words.split(whereSeparator: \.isWhitespace).count < 5
    return Fix(edits: [insertion], isSafe: !isLabel, effects: .structure)
  }

  /// The edit that gives the heading the second level; nil for one that no number signs begin.
  private static func leveling(_ heading: Heading, _ context: RuleContext) -> Fix? {
    let marks = context.source.run(of: UInt8(ascii: "#"), at: heading.range.lowerBound)
    return marks.isEmpty ? nil : .unsafe(Edit(marks, "##"))
  }

  /// Whether the name is one of the English ones that the guidelines do not use; other languages have their own.
  private static func isMisnamed(_ heading: Heading) -> Bool {
    contentsNames.contains(heading.title.lowercased().filter { $0.isLetter || $0 == " " })
      && heading.title != "Contents"
  }

  private static let contentsNames: Set<String> = [
    "table of contents", "table of content", "content", "toc", "index", "contents",
  ]

  /// The edits that rename the heading and turn the links to it; nil where one of these is not written in one place.
  private static func renaming(_ heading: Heading, _ context: RuleContext) -> Fix? {
    let text = context.source[heading.textRange]
    guard let found = text.place(of: heading.title) else { return nil }
    let start = heading.textRange.lowerBound + text[..<found.lowerBound].utf8.count
    let renamed = heading.text.replacing(each: heading.title, by: "Contents")
    guard let links = context.edits(ofLinksTo: heading, renamed: renamed) else { return nil }
    return Fix(edits: [Edit(SourceRange(start, start + heading.title.utf8.count), "Contents")] + links, isSafe: false)
  }

  /// The first link of a list within a list within a list.
  private static func deepItem(_ block: Block, depth: Int) -> SourceRange? {
    for item in block.children {
      for child in item.children {
        guard case .list = child.kind else { continue }
        if depth == 2 { return child.links.first?.range ?? child.range }
        if let found = deepItem(child, depth: depth + 1) { return found }
      }
    }
    return nil
  }
}
