import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let descriptionLine = Rule(
    id: "description-line",
    summary: "Write each entry on one line.",
    rationale: """
      Editors wrap long lines. With line breaks by hand, a changed word looks like a changed paragraph, and search \
      misses words on both sides of a newline.
      """,
    fix: "`--fix` joins the lines.",
    presets: [.awesome: .warning, .strict: .warning],
    convention: Convention(of: "entries", "fits on one line", "fit on one line", isReversible: false) { context in
      context.index.outlines.lazy.filter { !$0.hasChildren }.map(\.range)
    },
    example: .pair(
      "- [jq](https://jqlang.org) - Portable\n  ↓JSON processor.\n",
      "- [jq](https://jqlang.org) - Portable JSON processor.\n"),
    vectors: [
      .good("- [A](https://example.org) - Long text.\n- [B](https://example.org/b)\n> Text.\n"),
      .good("- [A](https://example.org) - Text.  \n  On purpose.\n\n  A second paragraph.\n"),
      .bad(
        "- [A](https://example.org) - Long\n  ↓text\n  that goes on.\n",
        fixed: "- [A](https://example.org) - Long text that goes on.\n"),
      .bad(
        "- [A](https://example.org)\n> Long\n> ↓*text*.\n", fixed: "- [A](https://example.org)\n> Long *text*.\n"),
      .bad("- [A](https://example.org) - 中文\n  ↓中文。\n", fixed: "- [A](https://example.org) - 中文中文。\n"),
    ]
  ) { context in
    let outlines = context.index.outlines
    // An entry on one line has no line to join, and most are on one.
    return outlines.indices.filter { goesOverLines(outlines[$0], context.source) }.compactMap { position in
      diagnostic(context.index.entries[position], context)
    }
  }

  private static func goesOverLines(_ entry: EntryOutline, _ source: SourceText) -> Bool {
    switch entry.shape {
    case .line, .details, .html, .row, .heading: return false
    default: break
    }
    let range = entry.range
    return range.count > 1 && source.lineIndex(at: range.lowerBound) < source.lineIndex(at: range.upperBound - 1)
  }

  private static func diagnostic(_ entry: Entry, _ context: RuleContext) -> Diagnostic? {
    var children = entry.children.map(\.range)[...]
    let own = context.index.inlines(in: entry.range).filter { inline in
      // Both are in the order of the text: thousands of children are not gone through for each inline.
      children = children.drop { $0.upperBound <= inline.range.lowerBound }
      return children.first?.contains(inline.range.lowerBound) != true
    }
    let breaks = own.indices.filter {
      own[$0].kind == .softBreak && $0 + 1 < own.endIndex && continues(own[$0 + 1], context)
    }
    guard let first = breaks.first else { return nil }
    let edits = breaks.map { joining(own[$0].range.lowerBound, own[$0 + 1].range.lowerBound, context.source) }
    let line = context.source.line(context.source.lineIndex(at: own[first + 1].range.lowerBound))
    let start = own[first + 1].range.lowerBound
    let message = "entry on \(breaks.count + 1) lines; join them"
    return context.diagnostic(
      message, at: SourceRange(start, line.upperBound), fix: Fix(edits: edits, isSafe: true))
  }

  /// Whether a line goes on with words, not with a mark that was meant to begin something else.
  private static func continues(_ inline: LocatedInline, _ context: RuleContext) -> Bool {
    if context.index.hidden.hasGluedMarker(in: inline.range) { return false }
    guard inline.kind == .text else { return inline.kind != .html }
    let first = context.document.text(of: inline).first { !$0.isWhitespace }
    return first.map { $0.isLetter || $0.isNumber || "([\"'“‘«&".contains($0) } ?? false
  }

  /// The edit that puts two lines on one, with a blank between them where the script has blanks.
  private static func joining(_ end: Int, _ start: Int, _ source: SourceText) -> Edit {
    var end = end
    while end > 0, source.bytes[end - 1].isSpaceOrTab { end -= 1 }
    let line = source.line(source.lineIndex(at: end))
    let before = source[SourceRange(line.lowerBound, end)].last
    let behind = source[SourceRange(start, source.line(source.lineIndex(at: start)).upperBound)].first
    let isTight = before?.isEastAsianLetter == true && behind?.isEastAsianLetter == true
    return Edit(SourceRange(end, start), isTight ? "" : " ")
  }
}
