import Diagnostics
import Markdown
import Source

extension Rule {
  static let noRepeatPunctuation = Rule(
    id: "no-repeat-punctuation",
    summary: "Punctuation is not doubled.",
    rationale: """
      One mark says it; “!!” and “,,” are slips or shouting.
      """,
    defaultSeverity: .warning,
    examples: [
      .good("Text... (,,Ò‿Ó,,) and `!!`, C++, a ~~b~~.\n"),
      .bad("Text↓!!\n\n- A↓,, b\n", fixed: "Text!\n\n- A, b\n"),
    ]
  ) { context in
    context.index.inlines.flatMap { inline -> [Diagnostic] in
      guard inline.kind == .text, mayRepeat(context.source.bytes(in: inline.range)) else { return [] }
      let text = context.source[inline.range]
      return text.matches(of: /([!！,，?？·])\1+/).compactMap { match in
        // Faces are drawn with commas too: (,,Ò‿Ó,,).
        let (before, after) = (text[..<match.range.lowerBound].last, text[match.range.upperBound...].first)
        guard before?.isLetter == true || before?.isNumber == true, after?.isWhitespace ?? true else { return nil }
        let start = inline.range.lowerBound + text[..<match.range.lowerBound].utf8.count
        let place = SourceRange(start, start + match.output.0.utf8.count)
        return context.diagnostic(
          "“\(match.output.0)”; write “\(match.output.1)”", at: place, fix: .safe(Edit(place, String(match.output.1))))
      }
    }
  }

  /// Whether two marks of one kind may stand side by side; those that are not ASCII begin with these bytes.
  private static func mayRepeat(_ bytes: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == previous, byte == UInt8(ascii: "!") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "?") {
        return true
      }
      if (previous == 0xEF && byte == 0xBC) || (previous == 0xC2 && byte == 0xB7) { return true }
      previous = byte
    }
    return false
  }
}
