import Diagnostics
import Markdown
import Source
import TextRepair

extension Rule {
  static let replacementChar = Rule(
    id: "replacement-char",
    summary: "Restore characters that an earlier program has lost.",
    details: """
      Also reported are half of an escaped character, such as `\\ud83d`, and a byte order mark after the start of the \
      file. Code is checked too.
      """,
    rationale: """
      Programs write U+FFFD for bytes that they cannot read. The original is gone from the file, so only somebody who \
      knows the text can restore it. Where the rest of a damaged sequence shows the original, `mojibake` restores it.
      """,
    fix: "`--unsafe-fixes` removes a byte order mark.",
    presets: [.awesome: .error, .strict: .error, .minimal: .error],
    example: .pair(
      .bad("- [Caf↓\u{FFFD}](https://example.org) - Tools for coffee.\n"),
      .good("- [Café](https://example.org) - Tools for coffee.\n")),
    vectors: [
      .good("## Café\n\n- [A](https://example.org) - Text.\n"),
      .bad("## Caf↓\u{FFFD}\n\n- [A](https://example.org) - Text.\n"),
      .bad("- [A](https://example.org) - A ↓\u{FFFD}ber text, `↓\u{FFFD}`.\n"),
      .good("- [A](https://example.org) - Text \\ud83c\\udf89 `\\ud83c` text \\d800.\n"),
      .bad("- [A](https://example.org) - Text ↓\\ud83c and ↓&#xD83C; and ↓&#57225; text.\n"),
      .bad("- [A](https://example.org) - Te↓\u{FEFF}xt.\n", fixed: "- [A](https://example.org) - Text.\n"),
    ]
  ) { context in
    let lost = context.text.problems(.replacementCharacter).map { problem in
      context.diagnostic("\(problem.message); write the original character", at: problem.range)
    }
    let marks = context.text.problems.filter(\.isMisplacedMark).map { problem in
      context.diagnostic(
        "byte order mark (U+FEFF) in the middle of the file; remove it", at: problem.range,
        fix: .unsafe(Edit(problem.range, "")))
    }
    return lost + marks + halves(context)
  }

  /// The escapes of half a character: a surrogate without the other one.
  private static func halves(_ context: RuleContext) -> [Diagnostic] {
    let bytes = context.source.bytes
    var result: [Diagnostic] = []
    var index = 0
    let (backslash, ampersand) = (UInt8(ascii: "\\"), UInt8(ascii: "&"))
    while let found = bytes.firstIndex(ofEither: backslash, or: ampersand, in: index..<bytes.count) {
      index = found + 1
      guard let half = SurrogateEscape(bytes[found...]) else { continue }
      let range = SourceRange(found, found + half.length)
      index = range.upperBound
      if half.isFirst, let other = SurrogateEscape(bytes[index...]), !other.isFirst {
        index += other.length
        continue
      }
      let texts = context.index.texts.all
      let next = texts.partitioningIndex { $0.upperBound > range.lowerBound }
      guard next < texts.count, texts[next].contains(range) else { continue }
      result.append(
        context.diagnostic("escape of half a character; write the whole character", at: range))
    }
    return result
  }
}

/// An escape that names one of the two halves in which UTF-16 writes a character: `\\ud83c`, `&#xD83C;`, `&#55356;`.
private struct SurrogateEscape {
  /// How many bytes the escape has.
  let length: Int
  /// Whether this is the half that comes first.
  let isFirst: Bool

  /// Reads the escape at the start of some bytes; nil where there is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard Self.mayBegin(bytes) else { return nil }
    let text = String(decoding: bytes.prefix(8), as: UTF8.self)
    let value: UInt32?
    if let match = text.prefixMatch(of: /\\u([0-9a-fA-F]{4})/.matchingSemantics(.unicodeScalar)) {
      value = UInt32(match.output.1, radix: 16)
      length = 6
    } else if let match = text.prefixMatch(of: /&#[xX]([0-9a-fA-F]{4});/.matchingSemantics(.unicodeScalar)) {
      value = UInt32(match.output.1, radix: 16)
      length = 8
    } else if let match = text.prefixMatch(of: /&#([0-9]{5});/.matchingSemantics(.unicodeScalar)) {
      value = UInt32(match.output.1)
      length = 8
    } else {
      return nil
    }
    guard let value, (0xD800...0xDFFF).contains(value) else { return nil }
    isFirst = value < 0xDC00
  }

  /// Whether the first bytes may be those of such an escape: most references and escapes are told from them by three.
  private static func mayBegin(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count > 2 else { return false }
    let third = bytes[bytes.startIndex + 2]
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "u"): return third | 0x20 == UInt8(ascii: "d")
    case UInt8(ascii: "#"): return third == UInt8(ascii: "5") || third | 0x20 == UInt8(ascii: "x")
    default: return false
    }
  }
}
