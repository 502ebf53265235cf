import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let entryLink = Rule(
    id: "entry-link",
    summary: "Give every entry a link with text, and a web address or the path of a file in the repository.",
    rationale: """
      Readers come to follow links. A link without text cannot be clicked. A relative address of no file is often a web \
      address without “https://”.
      """,
    fix: "`--fix` mends `[text] (address)` and `(text)[address]`.",
    presets: [.awesome: .error, .strict: .error, .minimal: .error],
    aliases: ["awesome-list-item"],
    example: .pair(
      "- ↓[jq] (https://jqlang.org) - JSON processor.\n",
      "- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
      .good("- [A](https://example.org) - Text.\n- [B](http://example.org/b) - Text.\n"),
      .good("- Group\n  - [A](https://example.org) - Text.\n"),
      .good("- [A](https://example.org) - Text.\n  - `swift` `ios`\n"),
      .bad("- [A](https://example.org) - Text.\n- ↓B - Text.\n- [C](https://example.org/c) - Text.\n"),
      .good("1. Install it.\n2. Open the [settings](https://example.org).\n3. [Restart](https://example.org/b) it.\n"),
      .good("- A:\n  - Address: https://example.org\n  - What it is: Text.\n"),
      .bad("- ↓[](https://example.org) - Text.\n"),
      .bad("- [A](↓example.org/a) - Text.\n"),
      .good("- [A](docs/a.md) - Text.\n", in: ListEnvironment(pages: ["docs/a.md": true])),
      .bad("- [A](↓docs/a.md) - Text.\n", in: ListEnvironment(pages: ["docs/a.md": false])),
      .bad("- [A](↓https://) - Text.\n- [B](↓http:///b) - Text.\n"),
      .bad(
        "- ↓[A] (https://example.org) - Text.\n- ↓[B]https://example.org/b) - Text.\n",
        fixed: "- [A](https://example.org) - Text.\n- [B](https://example.org/b) - Text.\n"),
      .bad("- ↓[A](https://example.org - Text.\n- ↓[B](https://exa mple.org) - Text.\n"),
      .good("- https://example.org - Text.\n- [ ] https://example.org/b - Text.\n"),
      .bad("- [A](↓javascript:void) - Text.\n"),
      .bad("- ↓[![A](https://example.org/a.png)](https://example.org) - Text.\n"),
      .bad(
        "- [A](https://example.org) - Text.\n- ↓(B)[https://example.org/b] - Text.\n",
        fixed: "- [A](https://example.org) - Text.\n- [B](https://example.org/b) - Text.\n"),
    ]
  ) { context in
    let outlines = context.index.outlines
    let unlinked = unlinkedEntries(outlines, context.index.siblings)
    return outlines.indices.compactMap { position in
      let (outline, index) = (outlines[position], context.index)
      // Of most links all is well but what may be an image in it.
      if let link = outline.linkRange {
        if context.source.isBareAddress(link), let broken = broken(index.entries[position], link, context) {
          return broken
        }
        if outline.hasPlainLink, !index.hasImage(within: link) { return nil }
      }
      let entry = index.entries[position]
      if let link = entry.link { return problem(of: link, in: context) }
      let isLabel = entry.shape == .group || entry.isTags(in: context.index)
      guard !isLabel else { return nil }
      let range = place(of: entry, context)
      if let swapped = swapped(in: range, context) { return swapped }
      let isMalformed = context.source.bytes[range.lowerBound...].first == UInt8(ascii: "[")
      guard isMalformed || unlinked.contains(position) else { return nil }
      return context.diagnostic("entry without link; add one or remove the entry", at: range)
    }
  }

  /// The positions of the entries without a link among entries of which at least two thirds begin with one; others describe what is
  /// above them, or are sentences.
  private static func unlinkedEntries(_ outlines: [EntryOutline], _ siblings: [[Int]]) -> Set<Int> {
    Set(
      siblings.flatMap { positions -> [Int] in
        let leading = positions.count { outlines[$0].leadsWithLink }
        return leading * 3 >= positions.count * 2 ? positions.filter { outlines[$0].linkRange == nil } : []
      })
  }

  private static func problem(of link: ListLink, in context: RuleContext) -> Diagnostic? {
    // Nearly all begin with a visible character of ASCII.
    if !(0x21..<0x80).contains(link.text.utf8.first ?? 0), link.text.isBlank {
      return context.diagnostic("link without text; write the name of the entry", at: link.range)
    }
    if context.index.hasImage(within: link.range) {
      return context.diagnostic("image in place of the link's text; write the name of the entry", at: link.range)
    }
    let url = link.url.lowercased()
    if url.utf8.beginsWithHost(behind: "https://") || url.utf8.beginsWithHost(behind: "http://") { return nil }
    let message: String
    switch context.environment.pages[link.url] {
    case true?: return nil
    case false?: message = "no such file in the repository; correct the path, or begin a web address with “https://”"
    case nil: message = "not an absolute web address; begin it with “https://”"
    }
    return context.diagnostic(message, at: link.destinationRange ?? link.range)
  }

  /// An address in the text that was meant as that of a link, whose brackets are malformed; nil where it is
  /// no part of one.
  private static func broken(_ entry: Entry, _ address: SourceRange, _ context: RuleContext) -> Diagnostic? {
    let start = entry.contentStart(in: context.source)
    guard start < address.lowerBound else { return nil }
    let before = context.source[SourceRange(start, address.lowerBound)]
    guard before.begins(with: "["), let close = before.utf8.lastIndex(of: UInt8(ascii: "]")) else { return nil }
    let marks = before.utf8[close...].dropFirst()
    let isOpen = marks.filter { $0 != UInt8(ascii: " ") } == [UInt8(ascii: "(")]
    guard marks.isEmpty || isOpen else { return nil }
    let isClosed = context.source.bytes[address.upperBound...].first == UInt8(ascii: ")")
    let gap = SourceRange(address.lowerBound - marks.count, address.lowerBound)
    let fix = isClosed && (!isOpen || marks.count > 1) ? Fix.safe(Edit(gap, "("), effects: .structure) : nil
    let end = address.upperBound + (isClosed ? 1 : 0)
    return context.diagnostic("broken link; write “[text](address)”", at: SourceRange(start, end), fix: fix)
  }

  /// The first line of an entry, without its marker.
  private static func place(of entry: Entry, _ context: RuleContext) -> SourceRange {
    let start = entry.contentStart(in: context.source)
    let line = context.source.line(context.source.lineIndex(at: start))
    return SourceRange(start, max(start, min(entry.range.upperBound, line.upperBound)))
  }

  /// A link whose brackets were mixed up, at the start of a range; nil where none is.
  private static func swapped(in range: SourceRange, _ context: RuleContext) -> Diagnostic? {
    ReversedLink(context.source, from: range.lowerBound, to: range.upperBound).map { reversed in
      context.diagnostic(
        "swapped brackets; write “[text](address)”", at: reversed.range,
        fix: .safe(Edit(reversed.range, reversed.corrected), effects: .structure))
    }
  }
}

extension SourceText {
  /// Whether a link is nothing but an address in the text.
  fileprivate func isBareAddress(_ link: SourceRange) -> Bool {
    link.lowerBound < bytes.count && bytes[link.lowerBound].isASCIILetter
  }
}

extension Entry {
  /// Whether this is a line of tags below an entry: code and nothing else.
  fileprivate func isTags(in index: ListIndex) -> Bool {
    let (list, inlines) = (index.list, index.inlines(in: range))
    return inlines.contains { $0.kind == .code }
      && inlines.allSatisfy {
        $0.kind == .code || list.document.text(of: $0).allSatisfy { !$0.isLetter && !$0.isNumber }
      }
  }
}

/// A link whose brackets were mixed up: `(text)[address]`.
private struct ReversedLink {
  let range: SourceRange
  let corrected: String

  init?(_ source: SourceText, from start: Int, to end: Int) {
    let text = source[SourceRange(start, end)]
    guard let inner = text.removing(prefix: "("), let middle = inner.place(of: ")["),
      let close = inner[middle.upperBound...].utf8.firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let label = inner[..<middle.lowerBound]
    let address = inner[middle.upperBound..<close]
    guard !label.isEmpty, !label.holds("("), address.begins(with: "http"),
      !address.unicodeScalars.contains(where: \.isWhitespace)
    else { return nil }
    range = SourceRange(start, start + inner[..<close].utf8.count + 2)
    corrected = "[\(label)](\(address))"
  }
}
