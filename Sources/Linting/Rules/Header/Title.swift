import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let title = Rule(
    id: "title",
    summary: "Begin the title with “Awesome” and write it in title case.",
    details: "A list has one heading of level 1. Names such as macOS and npm keep their case.",
    rationale: """
      The title is what readers see in search results and in the list of lists. The guidelines require `# Awesome Name \
      of List`.
      """,
    fix: "`--unsafe-fixes` writes the title in title case; check the names in it.",
    presets: [.strict: .error],
    aliases: ["awesome-heading"],
    example: .pair(
      "# ↓Awesome machine learning\n\n> Programs that learn from data.\n",
      "# Awesome Machine Learning\n\n> Programs that learn from data.\n"),
    vectors: [
      .good("# Awesome Metric Learning\n\n## A\n\nText.\n"),
      .good("# Awesome npm Scripts for the macOS 10.x\n"),
      .good("<h1 align=\"center\">Awesome A</h1>\n\n## A\n\nText.\n"),
      .bad("# ↓awesome-metric-learning\n", fixed: "# Awesome Metric Learning\n"),
      .bad("# ↓Awesome metric learning\n", fixed: "# Awesome Metric Learning\n"),
      .bad("# ↓Metric Learning\n"),
      .bad("# ↓The Awesome Metric Learning List\n"),
      .bad("# ↓AwesomeSwift\n"),
      .bad("# ↓AWESOME METRIC LEARNING\n", fixed: "# Awesome Metric Learning\n"),
      .good("# Awesome JSON\n"),
      .bad("# Awesome A\n\n## B\n\nText.\n\n# ↓C\n\nText.\n"),
    ]
  ) { context in
    guard let title = context.list.title else { return missing(in: context) }
    var result: [Diagnostic] = []
    let text = title.title
    if !beginsWithAwesome(text) {
      result.append(context.diagnostic("title without “Awesome”; write “Awesome …”", at: title.textRange))
    } else if let better = TitleCase.corrected(text), better != text {
      result.append(
        context.diagnostic(
          "title not in title case; write “\(better)”", at: title.textRange, fix: fix(title, better, context)))
    }
    let further = context.index.sections.filter { $0.level == 1 }.map { section in
      context.diagnostic("second heading of level 1; use level 2", at: section.heading.textRange)
    }
    return result + further
  }

  /// Whether the first word is “Awesome”, whatever marks and emoji are before it.
  private static func beginsWithAwesome(_ title: String) -> Bool {
    let words = title.lowercased().drop { !$0.isLetter }
    guard words.hasPrefix("awesome") else { return false }
    return words.dropFirst(7).first.map { !$0.isLetter } ?? true
  }

  private static func fix(_ title: Heading, _ better: String, _ context: RuleContext) -> Fix? {
    // Only if the source has the words as they are shown.
    guard let inline = title.block.inlines.first(where: { $0.kind == .text && $0.text.holds(title.title) }),
      let range = inline.range, let found = context.source[range].place(of: title.title)
    else { return nil }
    let start = range.lowerBound + context.source[range][..<found.lowerBound].utf8.count
    return .unsafe(Edit(SourceRange(start, start + title.title.utf8.count), better))
  }

  private static func missing(in context: RuleContext) -> [Diagnostic] {
    if context.hasHTMLHeader { return [] }
    guard context.index.sections.contains(where: { !$0.heading.text.isEmpty }) || !context.index.entries.isEmpty,
      let first = context.document.blocks.first, !isExampleOfNothing(context)
    else { return [] }
    let line = context.source.line(context.source.lineIndex(at: first.range.lowerBound))
    return [context.diagnostic("no title; begin the list with “# Awesome Name of List”", at: line)]
  }

  /// A list without any heading is a part of one, such as what comes from standard input.
  private static func isExampleOfNothing(_ context: RuleContext) -> Bool {
    context.index.sections.isEmpty
  }
}
