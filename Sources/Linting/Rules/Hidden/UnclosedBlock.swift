import AwesomeList
import Diagnostics
import Markdown
import Source

/// A code block, comment or element that takes in what follows because its end is missing.
struct UnclosedBlock: Sendable {
  enum Kind: Hashable, Sendable {
    case code, comment
    /// An element of raw HTML, by its name.
    case element(String)
  }

  let kind: Kind
  /// What begins the block.
  let opening: SourceRange
  /// All that it takes in.
  let range: SourceRange
  /// The next block of its kind, before which its end was probably forgotten; nil where there is no end at all.
  var next: SourceRange?
  /// Whether it ends with the item or quote that it is in, so that nothing after that is lost.
  var isContained = false

  static func all(in list: List, _ kinds: BlockKinds) -> [UnclosedBlock] {
    let source = list.document.source
    let outermost = Set(list.document.blocks.lazy.filter { $0.kind == .html || $0.isFenced }.map(\.range.lowerBound))
    let fences = Set(kinds.codeBlocks.map(\.range.lowerBound))
    let blocks =
      kinds.codeBlocks.compactMap { code($0, in: source, outermost: outermost, fences: fences) }
      + list.comments.compactMap { comment($0, in: source) }
    // What takes in the rest has their end tags too.
    let isCut = blocks.contains { $0.next == nil && !$0.isContained }
    return blocks + kinds.html.compactMap { element(in: $0) }
      + (isCut ? [] : details(in: list.document, outermost: outermost))
  }
}

extension Rule {
  static let unclosedBlock = Rule(
    id: "unclosed-block",
    summary: "Close every code block, comment and `<details>`.",
    details: """
      Reported are also a code block with the start of another one in it, and a comment with another one in it: the \
      end of the first is missing. A code block that ends with its list item or quote is a warning.
      """,
    rationale: """
      All that follows becomes code, or a part of the comment, up to the next end or the end of the file. The entries \
      there are not shown as entries, or not at all.
      """,
    presets: [.awesome: .error, .strict: .error, .minimal: .error],
    example: .pair(
      "↓```sh\nbrew install jq\n\n- [jq](https://jqlang.org) - JSON processor.\n",
      "```sh\nbrew install jq\n```\n\n- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
      .good("```sh\na\n```\n\n~~~\n```\n~~~\n\n    ```\n\n````md\n```sh\n```\n````\n"),
      .good("<!-- a -->\n\n<details>\n\n<!--\nb\n-->\n\n</details>\n\n`<!--` and `<details>`\n"),
      .good("- A\n  ```\n  b\n  ```\n\n> ```\n> c\n> ```\n\n<pre>\n\nd\n</pre>\n"),
      .bad("- [A](https://example.org) - Text.\n\n↓<!-- to be done\n\n- [B](https://example.org/b) - Text.\n"),
      .bad("↓<!-- a ->\n\n- [A](https://example.org) - Text.\n\n<!-- b -->\n"),
      .bad("↓<!-- a\n\n- [A](https://example.org) <!-- b -->\n\nText.\n"),
      .bad("↓```sh\na\n\n## B\n\n```sh\nc\n```\n"),
      .bad("<details>\n\n↓```\na\n\n</details>\n"),
      .bad("- A\n  ↓```\n  b\n\n- C\n\n↓~~~~\n~~~\n"),
      .bad("- A\n  ↓```\n  b\n↓```\n\n- C\n"),
      .bad("↓<details>\n<summary>A</summary>\n\n- B\n\n## C\n\n<details>\n<summary>D</summary>\n\n</details>\n"),
      .bad("↓<pre>\na\n\n- B\n"),
    ]
  ) { context in
    context.index.hidden.unclosedBlocks.map { block in
      let (name, end) = block.words
      let place = block.next.map { "before the next one on line \(context.lineNumber(of: $0))" }
      return context.diagnostic(
        "\(name) without end; close it\(place.map { " " + $0 } ?? "") with “\(end(context.source[block.opening]))”",
        at: block.opening, severity: block.isContained ? .warning : nil)
    }
  }
}

extension UnclosedBlock {
  /// What the block is called, and what closes it, given what opens it.
  fileprivate var words: (name: String, end: (String) -> String) {
    switch kind {
    case .code: ("code block", { String($0.prefix { $0 == "`" || $0 == "~" }) })
    case .comment: ("comment", { _ in "-->" })
    case .element(let name): ("`<\(name)>`", { _ in "</\(name)>" })
    }
  }

  fileprivate static func code(_ block: Block, in source: SourceText, outermost: Set<Int>, fences: Set<Int>)
    -> UnclosedBlock?
  {
    guard block.isFenced else { return nil }
    let first = source.lineIndex(at: block.range.lowerBound)
    let last = source.lineIndex(at: max(block.range.lowerBound, block.range.upperBound - 1))
    let fence = Fence(at: block.range.lowerBound, in: source)
    let opening = SourceRange(block.range.lowerBound, min(source.line(first).upperBound, block.range.upperBound))
    let lines = block.literal.utf8.count { $0 == UInt8(ascii: "\n") }
    // The end of the item that a block is in may be the start of another block.
    let isClosed = last > first + lines && fence.closing(inLine: last).map { !fences.contains($0.lowerBound) } ?? false
    guard isClosed else {
      let isContained = !outermost.contains(block.range.lowerBound)
      return UnclosedBlock(kind: .code, opening: opening, range: block.range, isContained: isContained)
    }
    guard last > first + 1 else { return nil }
    return (first + 1..<last).lazy.first { fence.isOpened(byLine: $0) }.map { line in
      UnclosedBlock(kind: .code, opening: opening, range: block.range, next: source.line(line))
    }
  }

  fileprivate static func comment(_ comment: HTMLComment, in source: SourceText) -> UnclosedBlock? {
    let opening = SourceRange(comment.range.lowerBound, comment.range.lowerBound + 4)
    guard comment.isClosed else { return UnclosedBlock(kind: .comment, opening: opening, range: comment.range) }
    // On a later line: a comment may be about comments.
    let end = source.line(source.lineIndex(at: comment.range.lowerBound)).upperBound
    var index = end
    while let next = source.firstIndex(of: UInt8(ascii: "<"), in: SourceRange(index, comment.range.upperBound)) {
      let range = SourceRange(next, comment.range.upperBound)
      if source.begins(with: "<!--", at: range) {
        return UnclosedBlock(kind: .comment, opening: opening, range: comment.range, next: range)
      }
      index = next + 1
    }
    return nil
  }

  /// An element in which everything is raw up to its end tag (CommonMark 0.31, section 4.6, start condition 1).
  fileprivate static func element(in block: Block) -> UnclosedBlock? {
    let source = block.sourceText
    let bytes = source.bytes(in: block.range)
    guard bytes.first == UInt8(ascii: "<"), let name = rawNames.first(where: { bytes.dropFirst().isName($0) }) else {
      return nil
    }
    var index = bytes.startIndex
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if rawNames.contains(where: { bytes[open...].dropFirst(2).isName($0) }),
        bytes[open...].dropFirst().first == UInt8(ascii: "/")
      {
        return nil
      }
      index = open + 1
    }
    let end = bytes.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.endIndex
    return UnclosedBlock(
      kind: .element(name), opening: SourceRange(block.range.lowerBound, end), range: block.range)
  }

  private static let rawNames = ["pre", "script", "style", "textarea"]

  /// The `details` that no end tag closes, those in an item or quote aside, with which they end.
  fileprivate static func details(in document: Document, outermost: Set<Int>) -> [UnclosedBlock] {
    let source = document.source
    var open: [SourceRange] = []
    for range in document.htmlRanges.sorted() {
      let bytes = source.bytes(in: range)
      if bytes.starts(with: "<!--".utf8) { continue }
      let isOutermost = outermost.contains(range.lowerBound)
      var index = bytes.startIndex
      while let tag = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
        index = tag + 1
        if bytes[index...].isName("details") {
          let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.endIndex
          open.append(SourceRange(tag, isOutermost ? end : tag))
        } else if bytes[index...].first == UInt8(ascii: "/"), bytes[(index + 1)...].isName("details") {
          _ = open.popLast()
        }
      }
    }
    return open.filter { !$0.isEmpty }.map {
      UnclosedBlock(kind: .element("details"), opening: $0, range: $0)
    }
  }
}

extension Block {
  fileprivate var isFenced: Bool { kind == .code(isFenced: true) }
}

extension ArraySlice<UInt8> {
  /// Whether these bytes begin with the name of a tag, in any case.
  fileprivate func isName(_ name: String) -> Bool {
    let found = prefix(name.utf8.count)
    guard found.count == name.utf8.count, found.elementsEqual(name.utf8, by: { $0.asciiLowercased == $1 }) else {
      return false
    }
    return found.endIndex == endIndex || self[found.endIndex] <= 0x20 || self[found.endIndex] == UInt8(ascii: ">")
      || self[found.endIndex] == UInt8(ascii: "/")
  }
}
