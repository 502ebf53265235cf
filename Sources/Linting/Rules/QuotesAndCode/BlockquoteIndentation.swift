import Diagnostics
import Markdown
import Source

extension Rule {
  static let blockquoteIndentation = Rule(
    id: "blockquote-indentation",
    summary: "Put one space after `>`.",
    rationale: """
      Extra spaces are not shown, and four of them make code of the quote. Without a space, `>` looks like a part of \
      the text.
      """,
    fix: "`--fix` leaves one space after the first `>` of each line.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "quotes", "has one space after “>”", "have one space after “>”", isReversible: false, in: \.quotes),
    example: .pair(">↓  Programs for the terminal.\n", "> Programs for the terminal.\n"),
    vectors: [
      .good("> A\n> B\n"),
      .bad(">↓  A\n>  B\n", fixed: "> A\n> B\n"),
      .bad("↓>A\n>B\n", fixed: "> A\n> B\n"),
    ]
  ) { context in
    context.index.kinds.quotes.compactMap { quote in
      guard let first = quote.children.first, context.source.bytes(in: quote.range).first == UInt8(ascii: ">"),
        context.followsAwesomeLint || quote.children.allSatisfy({ $0.kind == .paragraph })
      else { return nil }
      let gap = SourceRange(quote.range.lowerBound + 1, first.range.lowerBound)
      guard gap.count != 1, context.source.bytes(in: gap).allSatisfy({ $0 == 0x20 }) else { return nil }
      let isText = quote.children.allSatisfy { $0.kind == .paragraph }
      let fix = isText ? Fix(edits: spacing(of: quote, in: context.source), isSafe: true) : nil
      let place = gap.isEmpty ? SourceRange(quote.range.lowerBound, gap.upperBound) : gap
      let message = gap.isEmpty ? "no space after “>”; add one" : "\(gap.count) spaces after “>”; use one"
      return context.diagnostic(message, at: place, fix: fix)
    }
  }

  /// The edits that leave one space after the first mark of each line.
  private static func spacing(of quote: Block, in source: SourceText) -> [Edit] {
    let first = source.lineIndex(at: quote.range.lowerBound)
    let last = source.lineIndex(at: max(quote.range.upperBound - 1, 0))
    return (first...max(first, last)).compactMap { line in
      let start = line == first ? quote.range.lowerBound : source.blanks(at: source.line(line).lowerBound).upperBound
      guard start < source.line(line).upperBound, source.bytes[start] == UInt8(ascii: ">") else { return nil }
      let gap = source.blanks(at: start + 1)
      guard gap.count != 1, gap.upperBound < source.line(line).upperBound else { return nil }
      return Edit(gap, " ")
    }
  }
}
