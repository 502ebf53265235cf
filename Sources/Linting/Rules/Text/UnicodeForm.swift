import AwesomeList
import Diagnostics
import Markdown
import Source
import TextRepair

extension Rule {
  static let unicodeForm = Rule(
    id: "unicode-form",
    summary: "Write letters and punctuation in their usual Unicode form.",
    rationale: """
      A letter with a separate accent looks like the composed letter, but a search for one misses the other, and \
      anchors differ. Fullwidth punctuation is for Chinese, Japanese and Korean. Between Latin words it is a typing \
      mistake.
      """,
    fix: "`--unsafe-fixes` writes the usual form; anchors of headings change with it.",
    presets: [.awesome: .warning, .strict: .warning],
    example: .pair(
      "- [jq](https://jqlang.org) - Small↓，fast JSON processor.\n",
      "- [jq](https://jqlang.org) - Small, fast JSON processor.\n"),
    vectors: [
      .good("- [A](https://example.org) - Café，和。\n- [B](https://example.org/b) - Text.\n"),
      .bad(
        "- [A](https://example.org) - Caf↓e\u{301} text.\n", fixed: "- [A](https://example.org) - Café text.\n"),
      .bad(
        "- [A](https://example.org) - Fast↓，small and good.\n",
        fixed: "- [A](https://example.org) - Fast, small and good.\n"),
    ]
  ) { context in
    let decomposed = context.text.problems(.decomposed).map { problem in
      let fix = problem.fix.map { Fix.unsafe(Edit(problem.range, $0)) }
      return context.diagnostic("\(problem.message); write the composed letter", at: problem.range, fix: fix)
    }
    return decomposed + fullwidth(context)
  }

  /// Fullwidth forms of ASCII on lines that have no other character of East Asia.
  private static func fullwidth(_ context: RuleContext) -> [Diagnostic] {
    let lines = context.source.wideLines
    // An East Asian text has Latin names on separate lines too.
    guard !lines.isEmpty, !context.source.isEastAsian else { return [] }
    let exempt = context.document.codeRanges + context.index.destinations.all
    return lines.flatMap { line -> [Diagnostic] in
      var offset = line.lowerBound
      var found: [Diagnostic] = []
      for scalar in context.source[line].unicodeScalars {
        let range = SourceRange(offset, offset + UTF8.width(scalar))
        offset = range.upperBound
        if scalar.isEastAsian { return [] }
        guard let plain = scalar.halfwidth, !exempt.contains(where: { $0.contains(range) }) else { continue }
        let message = "fullwidth character between Latin words; write “\(plain)”"
        // The fullwidth form includes the space after it.
        let next = context.source.bytes(in: SourceRange(range.upperBound, line.upperBound)).first
        let needsBlank = ",;:!?".unicodeScalars.contains(plain) && next.map { $0.isASCIILetter || $0 == 0x5B } ?? false
        let fix = Fix.unsafe(Edit(range, String(plain) + (needsBlank ? " " : "")))
        found.append(context.diagnostic(message, at: range, fix: fix))
      }
      return found
    }
  }
}

extension SourceText {
  /// Whether more than one byte in twenty belongs to Chinese, Japanese or Korean.
  fileprivate var isEastAsian: Bool {
    bytes.count { (0xE3...0xED).contains($0) } * 60 > bytes.count
  }

  /// The lines that contain a byte of a fullwidth form (U+FF01 to U+FF5E).
  fileprivate var wideLines: [SourceRange] {
    var lines: [SourceRange] = []
    var index = bytes.startIndex
    while let found = firstIndex(of: 0xEF, in: SourceRange(index, bytes.count)) {
      index = found + 1
      guard index < bytes.count, bytes[index] == 0xBC || bytes[index] == 0xBD else { continue }
      let line = line(lineIndex(at: found))
      if lines.last != line { lines.append(line) }
    }
    return lines
  }
}

extension Unicode.Scalar {
  /// The ASCII character of which this is the fullwidth form.
  fileprivate var halfwidth: Unicode.Scalar? {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) : nil
  }

  /// Whether this is a letter or mark of Chinese, Japanese or Korean.
  fileprivate var isEastAsian: Bool {
    switch value {
    case 0x1100...0x11FF, 0x2E80...0x303F, 0x3040...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F,
      0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF5F...0xFFEF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
