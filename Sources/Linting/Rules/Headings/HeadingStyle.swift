import Diagnostics
import Markdown
import Source

extension Rule {
  static let headingStyle = Rule(
    id: "heading-style",
    summary: "Begin headings with `#`, and do not close them with it.",
    rationale: "One form serves all levels. Underlines exist for two levels only, and look like horizontal rules.",
    fix: "`--fix` writes a heading on one line with `#`.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "headings", "begins with number signs only", "begin with number signs only", in: \.headings),
    example: .pair(
      "↓Prompts\n-------\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n",
      "## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n"),
    vectors: [
      .good("# A\n\n## B\n\nText.\n"),
      .good("# A #tag\n\n## C#\n\n### F \\#\n"),
      .bad("## A ↓##\n\nText.\n", fixed: "## A\n\nText.\n"),
      .bad("## A # ↓#\n\nText.\n"),
      .bad("↓A\n===\n\n↓B *b*\n---\n\nText.\n", fixed: "# A\n\n## B *b*\n\nText.\n"),
    ]
  ) { context in
    context.index.kinds.headings.compactMap { block in
      guard case .heading(let level) = block.kind else { return nil }
      if context.source.bytes[block.range.lowerBound] == UInt8(ascii: "#") { return closing(block, context) }
      let first = context.source.lineIndex(at: block.range.lowerBound)
      let last = context.source.lineIndex(at: max(block.range.upperBound - 1, 0))
      // Words on several lines have no other form.
      let text = context.source.line(last - 1)
      let underline = SourceRange(text.upperBound, block.range.upperBound)
      let isShort = last == first + 1 && text.upperBound <= block.range.upperBound
      let marks = String(repeating: "#", count: level) + " "
      let start = block.range.lowerBound
      let fix = Fix.safe(Edit(SourceRange(start, start), marks), Edit(underline, ""))
      return context.diagnostic(
        "underlined heading; begin it with “\(marks)” instead", at: SourceRange(start, text.upperBound),
        fix: isShort ? fix : nil)
    }
  }

  /// The number signs after a heading's words.
  private static func closing(_ heading: Block, _ context: RuleContext) -> Diagnostic? {
    guard let end = heading.inlines.compactMap(\.range).last?.upperBound, end < heading.range.upperBound else {
      return nil
    }
    let rest = context.source.bytes(in: SourceRange(end, heading.range.upperBound))
    guard let marks = rest.firstIndex(of: UInt8(ascii: "#")), rest[..<marks].allSatisfy(\.isSpaceOrTab) else {
      return nil
    }
    let behind = rest[marks...].drop { $0 == UInt8(ascii: "#") }
    guard marks > end, behind.allSatisfy(\.isSpaceOrTab) else { return nil }
    // Signs that end the words would close the heading in the place of these.
    let words = context.source.bytes(in: SourceRange(heading.range.lowerBound, end))
    let isSafe =
      words.last != UInt8(ascii: "#") || words.last(where: { $0 != UInt8(ascii: "#") })?.isSpaceOrTab == false
    return context.diagnostic(
      "closing “#”; remove it", at: SourceRange(marks, behind.startIndex),
      fix: isSafe ? .safe(Edit(SourceRange(end, behind.startIndex), "")) : nil)
  }
}
