import Diagnostics
import Markdown
import Source

extension Rule {
  static let noRepeatPunctuation = Rule(
    id: "no-repeat-punctuation",
    summary: "Do not repeat punctuation.",
    rationale: "One character is enough. More look like a slip or like shouting.",
    fix: "`--fix` keeps one.",
    presets: [.awesome: .warning, .strict: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      "- [jq](https://jqlang.org) - Fast JSON processor↓!!\n",
      "- [jq](https://jqlang.org) - Fast JSON processor!\n"),
    vectors: [
      .good("Text... (,,Ò‿Ó,,) and `!!`, C++, a ~~b~~.\n"),
      .bad("Text↓!!\n\n- A↓,, b\n", fixed: "Text!\n\n- A, b\n"),
      .bad("文↓，， 文\n", fixed: "文， 文\n"),
    ]
  ) { context in
    let source = context.source
    return context.index.texts.holding(.repeatable).flatMap { text -> [Diagnostic] in
      runs(in: text, source).compactMap { run, mark in
        // Faces are drawn with commas too: (,,Ò‿Ó,,).
        guard context.followsAwesomeLint || stands(run, in: text, mark, source) else { return nil }
        let message = "repeated punctuation; write “\(mark)”"
        return context.diagnostic(message, at: run, fix: .safe(Edit(run, mark)))
      }
    }
  }

  private static let marks = ["!", ",", "?", "~", "·", "！", "，", "？", "～"].map { (text: $0, bytes: Array($0.utf8)) }

  /// Whether a byte may begin a repeated mark, as far as the next byte shows.
  private static func mayRepeat(_ byte: UInt8, before next: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x2C, 0x3F, 0x7E: byte == next
    case 0xC2, 0xEF: true
    default: false
    }
  }

  private static func mayHoldRun(_ bytes: ArraySlice<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var previous: UInt8 = 0
      for index in bytes.indices {
        let byte = unsafe bytes[index]
        if mayRepeat(previous, before: byte) { return true }
        previous = byte
      }
      return false
    }
  }

  /// The repeated marks.
  private static func runs(in range: SourceRange, _ source: SourceText) -> [(SourceRange, String)] {
    guard mayHoldRun(source.bytes(in: range)) else { return [] }
    var result: [(SourceRange, String)] = []
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      let byte = source.bytes[index]
      guard mayRepeat(byte, before: source.bytes[index + 1]),
        let mark = marks.first(where: { source.bytes[index..<range.upperBound].starts(with: $0.bytes) })
      else {
        index += 1
        continue
      }
      var end = index + mark.bytes.count
      while source.bytes[min(end, range.upperBound)..<range.upperBound].starts(with: mark.bytes) {
        end += mark.bytes.count
      }
      if end > index + mark.bytes.count { result.append((SourceRange(index, end), mark.text)) }
      index = end
    }
    return result
  }

  /// Whether a run of marks follows a word and ends it.
  private static func stands(_ run: SourceRange, in text: SourceRange, _ mark: String, _ source: SourceText) -> Bool {
    guard mark != "~" else { return false }
    let before = source[SourceRange(max(text.lowerBound, run.lowerBound - 12), run.lowerBound)].last
    let behind = run.upperBound < text.upperBound ? source.bytes[run.upperBound] : 0x20
    return (before?.isLetter == true || before?.isNumber == true) && behind <= 0x20
  }
}
