import Diagnostics
import Markdown
import Source

extension Rule {
  static let unshownEmphasis = Rule(
    id: "unshown-emphasis",
    summary: "Put the markers of emphasis where GitHub recognises them.",
    details: """
      An opening marker needs a space or punctuation before it, or a letter after it; a closing marker is the reverse. \
      Neither has a space on its inner side. Reported are pairs of `**`, `~~` and, beside Chinese and Japanese, `*`.
      """,
    rationale: "Otherwise readers see the asterisks, and no bold text.",
    presets: [.awesome: .warning, .strict: .warning],
    example: .pair(
      "- [jq](https://jqlang.org) - ↓**Fast **JSON processor.\n",
      "- [jq](https://jqlang.org) - **Fast** JSON processor.\n"),
    vectors: [
      .good("**A** b **c**, *d* and ~~e~~; 2 ** 3 ** 4, 5*6*7, `**a **b`, f(**x, **y).\n"),
      .good("src/**/*.js and test/**/*.js, **/a and **/b.\n"),
      .good("Name* of **\n\n\\*\\*A \\*\\*b, **open\n\n| **a | b **c |\n|---|---|\n"),
      .good("**「A」** 的 **B**的, *.md and *.txt\n"),
      .bad("↓**「A」**的\n\n的↓**「A」**\n\n↓*「A」*的\n"),
      .bad("↓**Note:**text\n\n↓** A** b\n\n- ↓** A ** b\n"),
      .bad("Text ↓**[A](https://example.org) **b and ↓~~c ~~d **e**, ↓***f ***g.\n"),
    ]
  ) { context in
    let runs = EmphasisRuns(context).runs
    var found: [Diagnostic] = []
    var position = 0
    while position + 1 < runs.count {
      let (opening, closing) = (runs[position], runs[position + 1])
      if let advice = opening.flaw(before: closing, in: context.source) {
        let mark = context.source[opening.range]
        found.append(context.diagnostic("“\(mark)” is shown as it is written; \(advice)", at: opening.range))
        position += 1
      }
      position += 1
    }
    return found
  }
}

/// The marks of emphasis that are left in the text, in order.
private struct EmphasisRuns {
  private(set) var runs: [EmphasisRun] = []

  init(_ context: RuleContext) {
    for range in context.index.texts.holding(.emphasis) {
      var index = range.lowerBound
      while index < range.upperBound {
        let mark = context.source.bytes[index]
        guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "~") else {
          // What is escaped is meant so.
          index += mark == UInt8(ascii: "\\") ? 2 : 1
          continue
        }
        let run = context.source.run(of: mark, at: index)
        let isEscaped = index > 0 && context.source.bytes[index - 1] == UInt8(ascii: "\\")
        // A part of a run, or a long one, is something else.
        let isWhole = index == 0 || context.source.bytes[index - 1] != mark
        let isMark = run.count == 2 || run.count < 4 && mark == UInt8(ascii: "*")
        if isMark, isWhole, !isEscaped, run.upperBound <= range.upperBound {
          runs.append(EmphasisRun(run, in: context.source))
        }
        index = run.upperBound
      }
    }
  }
}

/// A mark of emphasis in the text, with the characters beside it.
private struct EmphasisRun {
  let range: SourceRange
  /// The character before and after it; nil at the end of a line.
  private let before: Unicode.Scalar?
  private let after: Unicode.Scalar?

  init(_ range: SourceRange, in source: SourceText) {
    self.range = range
    let line = source.line(source.lineIndex(at: range.lowerBound))
    before = source.scalar(before: range.lowerBound, from: line.lowerBound)
    after = source.scalar(at: range.upperBound, to: line.upperBound)
  }

  /// The most bytes between two marks that belong together.
  private static let limit = 200

  /// What to do so that this mark opens emphasis and the next one closes it; nil where they are no pair.
  func flaw(before next: EmphasisRun, in source: SourceText) -> String? {
    let content = SourceRange(range.upperBound, next.range.lowerBound)
    let bytes = source.bytes(in: content)
    guard range.count == next.range.count, source.bytes[range.lowerBound] == source.bytes[next.range.lowerBound],
      (1...Self.limit).contains(content.count), !bytes.contains(where: { $0.isLineBreak || $0 == UInt8(ascii: "|") })
    else { return nil }
    // In brackets are arguments, before a slash patterns of files.
    let isOpening = (before.isBlank || before.isMark && before != "(") && after != "/"
    if range.count > 1 {
      switch (after.isBlank, next.before.isBlank) {
      case (false, true): return isOpening ? "remove the space before the closing marker" : nil
      case (true, false):
        // Between words are powers: 2 ** 3 = x**3.
        return isOpening && (!next.after.isWord || (next.after?.value ?? 0) >= 0x80)
          ? "remove the space after the opening marker" : nil
      case (true, true): return beginsText(in: source) ? "remove the spaces inside the markers" : nil
      case (false, false): break
      }
    }
    // Between a single mark and ASCII are wildcards and footnotes.
    let isCertain = { (outer: Unicode.Scalar?, inner: Unicode.Scalar?) in
      range.count > 1 || (outer?.value ?? 0) >= 0x80 && (inner?.value ?? 0) >= 0x80
    }
    if next.before.isMark, next.after.isWord, !after.isBlank, isCertain(next.after, next.before) {
      return "put a space after the closing marker, or the punctuation outside"
    }
    if after.isMark, before.isWord, !next.before.isBlank, isCertain(before, after) {
      return "put a space before the opening marker, or the punctuation outside"
    }
    return nil
  }

  /// Whether only markers of blocks are before the mark on its line.
  private func beginsText(in source: SourceText) -> Bool {
    let start = source.line(source.lineIndex(at: range.lowerBound)).lowerBound
    return source.bytes(in: SourceRange(start, range.lowerBound)).allSatisfy {
      $0.isSpaceOrTab || $0.isASCIIDigit || "-+>#.)".utf8.contains($0)
    }
  }
}

extension Unicode.Scalar? {
  /// Whether this is a blank or the end of a line.
  fileprivate var isBlank: Bool { self?.isWhitespace ?? true }

  /// Whether this is punctuation or a symbol, by which Markdown decides.
  fileprivate var isMark: Bool {
    switch self?.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }

  fileprivate var isWord: Bool { !isBlank && !isMark }
}

extension SourceText {
  /// The character that ends at an offset; nil where a range begins there.
  fileprivate func scalar(before offset: Int, from start: Int) -> Unicode.Scalar? {
    var first = offset - 1
    while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    return first < start ? nil : scalar(at: first, to: offset)
  }

  /// The character that begins at an offset; nil where a range ends there.
  func scalar(at offset: Int, to end: Int) -> Unicode.Scalar? {
    self[SourceRange(offset, min(end, offset + 4))].unicodeScalars.first
  }
}
