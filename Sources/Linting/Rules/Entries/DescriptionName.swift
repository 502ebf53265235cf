import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let descriptionName = Rule(
    id: "description-name",
    summary: "Do not repeat the entry's name in its description.",
    rationale: """
      The name is right before the description. “[jq] - jq is a JSON processor” has it twice; “JSON processor” is \
      enough.
      """,
    presets: [.awesome: .warning, .strict: .error],
    convention: Convention(
      of: "descriptions", "begins without the entry's name", "begin without the entry's name", isReversible: false
    ) { context in
      context.entryTexts.map(\.body)
    },
    aliases: ["no-repeat-item-in-description"],
    example: .pair(
      "- [jq](https://jqlang.org) - ↓jq is a JSON processor.\n",
      "- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
      .good("- [Redis](https://example.org) - Key-value store.\n"),
      .good("- [Redis](https://example.org) - Redis client for Go.\n"),
      .good("- [Go](https://example.org) - Goes a long way.\n"),
      .bad("- [Redis](https://example.org) - ↓Redis is a key-value store.\n"),
      .bad("- [Redis](https://example.org) - ↓Redis: a key-value store.\n"),
      .bad("- [A b](https://example.org)\n> ↓a B provides text.\n"),
      .bad("- [Redis](https://example.org) - ↓**Redis** is a store.\n"),
      .bad("- [redis](https://example.org) - ↓`redis` provides text.\n"),
      .good("- [Redis](https://example.org) - **Redis client** for Go.\n"),
    ]
  ) { context in
    let texts = context.entryTexts
    var found: [Diagnostic] = []
    // Most begin otherwise, which the first letters show.
    for position in texts.indices where texts[position].mayRepeatName {
      if let diagnostic = diagnostic(texts[position], context) { found.append(diagnostic) }
    }
    return found
  }

  private static func diagnostic(_ text: EntryText, _ context: RuleContext) -> Diagnostic? {
    let name = text.entry.title
    guard let first = text.pieces.first, name.count > 1 else { return nil }
    let body = text.pieces.map { $0.text(in: context.source) }.joined().drop(while: \.isWhitespace)
    guard let rest = body.behind(name) else { return nil }
    guard rest.first.map({ $0.endsName || $0.isWhitespace }) ?? true else { return nil }
    let next = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    // After a comma, only an apposition repeats the name: other words make it the first of several.
    let isApposition = {
      ["a", "an", "the"].contains(rest.dropFirst().split(maxSplits: 1, whereSeparator: \.isWhitespace).first ?? "")
    }
    let repeats =
      rest.isEmpty || rest.first == "," && isApposition() || rest.first != "," && rest.first?.endsName == true
      || next.first.map { verbsOfNames.contains($0.lowercased()) } ?? true
    guard repeats else { return nil }
    let start = text.body.lowerBound
    let words = SourceRange(start, min(start + body.prefix(name.count).utf8.count, text.body.upperBound))
    let range = first.kind == .text ? words : first.range
    let message = "name repeated in the description; begin with what the thing is or does"
    return context.diagnostic(message, at: range)
  }

  /// Words that make the name before them the subject of the sentence.
  static let verbsOfNames: Set<String> = [
    "is", "are", "was", "has", "have", "can", "will", "aims", "allows", "lets", "helps", "enables", "provides",
    "offers",
    "gives", "makes", "brings", "adds", "supports", "uses", "contains", "includes", "implements", "combines",
    "simplifies",
    "extends", "turns", "runs", "works", "does", "-", "–", "—", "，", "是",
  ]
}

extension Substring {
  /// What comes after a name with which the text begins, whatever the letters' case; nil where it begins otherwise.
  fileprivate func behind(_ name: String) -> Substring? {
    if let plain = behindPlain(name) { return plain }
    return lowercased().hasPrefix(name.lowercased()) ? dropFirst(name.count) : nil
  }

  /// The same where the name and what follows it are ASCII without newlines; nil elsewhere.
  private func behindPlain(_ name: String) -> Substring? {
    var index = utf8.startIndex
    for byte in name.utf8 {
      guard index < utf8.endIndex, (0x20..<0x80).contains(byte), utf8[index].asciiLowercased == byte.asciiLowercased
      else { return nil }
      index = utf8.index(after: index)
    }
    return index == utf8.endIndex || utf8[index] < 0x80 ? self[index...] : nil
  }
}

extension Character {
  fileprivate var endsName: Bool {
    switch onlyScalar {
    case ",", ":", ";", "\u{37E}", "–", "—", "(", ".": true
    default: false
    }
  }
}
