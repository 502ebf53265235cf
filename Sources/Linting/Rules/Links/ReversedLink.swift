import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let reversedLink = Rule(
    id: "reversed-link",
    summary: "Write links as `[text](address)`.",
    details: "Reported are `(text)[address]` and `(address)[text]`, where `entry-link` does not.",
    rationale: "With the brackets swapped there is no link, or one to an address that does not exist.",
    fix: "`--unsafe-fixes` swaps the brackets.",
    presets: [.awesome: .error, .strict: .error, .minimal: .error],
    example: .pair(
      "- [jq](https://jqlang.org) - JSON processor; see the ↓(manual)[https://jqlang.org/manual].\n",
      "- [jq](https://jqlang.org) - JSON processor; see the [manual](https://jqlang.org/manual).\n"),
    vectors: [
      .good("(see a)[^1] and (https://example.org)[^1], f(x)[0], (a)[b] `(a)[https://example.org]`\n\n[^1]: A.\n"),
      .good(
        "- [A](https://example.org) - Text.\n- (B)[https://example.org/b] - Text.\n\n(note)[B]\n\n[B]: https://example.org/b\n"
      ),
      .bad(
        "- ↓(https://example.org)[A] - Text.\n- [B](https://example.org/b) ↓(https://example.org/c)[the c]\n",
        fixed: "- [A](https://example.org) - Text.\n- [B](https://example.org/b) [the c](https://example.org/c)\n"),
    ]
  ) { context in
    let found = context.index.texts.holding(.squareBracket).flatMap { links(in: $0, context.source) }
    if found.isEmpty { return [] }
    let reported = Set(
      context.index.entries.lazy.filter { $0.link == nil }.map { $0.contentStart(in: context.source) })
    return found.filter { !reported.contains($0.range.lowerBound) }.map { link in
      context.diagnostic(
        "swapped brackets; write “[text](address)”", at: link.range,
        fix: .unsafe(Edit(link.range, "[\(link.text)](\(link.address))")))
    }
  }

  private typealias Reversed = (range: SourceRange, text: String, address: String)

  /// The links with swapped brackets whose middle is in a text.
  private static func links(in text: SourceRange, _ source: SourceText) -> [Reversed] {
    var found: [Reversed] = []
    var index = text.lowerBound
    while let middle = source.firstIndex(of: UInt8(ascii: "["), in: SourceRange(index, text.upperBound)) {
      index = middle + 1
      guard middle > text.lowerBound, source.bytes[middle - 1] == UInt8(ascii: ")") else { continue }
      let line = source.line(source.lineIndex(at: middle))
      let before = source.bytes(in: SourceRange(max(line.lowerBound, middle - limit), middle - 1))
      let after = source.bytes(in: SourceRange(middle + 1, min(line.upperBound, middle + limit)))
      guard let open = before.lastIndex(where: { "()[]".utf8.contains($0) }), before[open] == UInt8(ascii: "("),
        let close = after.firstIndex(where: { "[]".utf8.contains($0) }), after[close] == UInt8(ascii: "]")
      else { continue }
      let (left, right) = (before[(open + 1)...], after[..<close])
      let range = SourceRange(open, close + 1)
      let (first, second) = (String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self))
      if right.isAddress, !left.isEmpty {
        found.append((range, first, second))
      } else if left.isAddress, !right.isEmpty, right.first != UInt8(ascii: "^") {
        found.append((range, second, first))
      }
    }
    return found
  }

  /// The longest text or address in such a link, in bytes.
  private static let limit = 1000
}

extension ArraySlice<UInt8> {
  /// Whether these bytes are a web address.
  fileprivate var isAddress: Bool {
    (starts(with: "https://".utf8) || starts(with: "http://".utf8)) && count > 10 && !contains { $0 <= 0x20 }
  }
}
