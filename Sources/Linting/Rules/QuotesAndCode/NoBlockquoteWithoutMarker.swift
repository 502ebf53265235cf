import Diagnostics
import Markdown
import Source

extension Rule {
  static let noBlockquoteWithoutMarker = Rule(
    id: "no-blockquote-without-marker",
    summary: "Begin every line of a quote with `>`.",
    rationale: "A line without it still belongs to the quote, which few writers intend.",
    fix: "`--fix` adds the `>`.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "quotes", "has “>” on each line", "have “>” on each line", isReversible: false, in: \.quotes),
    example: .pair("> Programs for\n↓the terminal.\n", "> Programs for\n> the terminal.\n"),
    vectors: [
      .good("> A\n> b\n\nText.\n"),
      .bad("> A\n↓b\n", fixed: "> A\n> b\n"),
      .bad(
        "- [A](https://example.org)\n\n  > Text\n  ↓more.\n",
        fixed: "- [A](https://example.org)\n\n  > Text\n  > more.\n"),
    ]
  ) { context in
    context.index.kinds.quotes.flatMap { quote -> [Diagnostic] in
      quote.children.flatMap { paragraph -> [Diagnostic] in
        guard paragraph.kind == .paragraph else { return [] }
        let first = context.source.lineIndex(at: paragraph.range.lowerBound)
        let last = context.source.lineIndex(at: max(paragraph.range.upperBound - 1, paragraph.range.lowerBound))
        let marks = context.source.quoteMarks(before: paragraph.range.lowerBound, onLine: first).count
        return (first...last).dropFirst().compactMap { line in
          let found = context.source.quoteMarks(before: paragraph.range.upperBound, onLine: line)
          guard found.count < marks else { return nil }
          return diagnostic(line, from: found.end, missing: marks - found.count, context)
        }
      }
    }
  }

  private static func diagnostic(_ line: Int, from start: Int, missing: Int, _ context: RuleContext) -> Diagnostic {
    let text = SourceRange(start, context.source.line(line).upperBound)
    // Behind the mark, these would make a heading or a table's head of the line before.
    let isUnderline = context.source.bytes(in: text).allSatisfy { "-=|: \t".utf8.contains($0) }
    let mark = String(repeating: "> ", count: missing)
    let place = SourceRange(start, start)
    return context.diagnostic(
      "line of a quote without “>”; begin it with “>”", at: text,
      fix: isUnderline ? nil : .safe(Edit(place, mark)))
  }
}

extension SourceText {
  /// The number of `>` at the start of a line, and the offset after them and their spaces.
  fileprivate func quoteMarks(before limit: Int, onLine line: Int) -> (count: Int, end: Int) {
    var index = self.line(line).lowerBound
    let end = min(self.line(line).upperBound, limit)
    var count = 0
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: ">"): count += 1
      case 0x20, 0x09: break
      default: return (count, index)
      }
      index += 1
    }
    return (count, end)
  }
}
