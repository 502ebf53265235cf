import Source

/// Parses a part of a text: copies the C library's tree into a `Stretch`, finding every range in the source on the way.
struct StretchParser {
  private let source: SourceText
  private let range: Range<Int>
  private let stretches: Stretches
  /// The index of the line on which the parser's first line would stand.
  private var firstLine: Int
  private var builder: TreeBuilder

  init(_ source: SourceText, _ range: Range<Int>, of stretches: Stretches) {
    self.source = source
    self.range = range
    self.stretches = stretches
    firstLine = source.lineIndex(at: range.lowerBound)
    builder = TreeBuilder(source: source, capacity: range.count)
  }

  mutating func parse() throws(MarkdownError) -> Stretch {
    let before = stretches.before(range)
    firstLine -= before.lineCount
    let document = try CMarkDocument(parsing: [before.text[...], source.bytes[range], stretches.behind(range)[...]])
    builder.open(Node(kind: .document, start: Int32(range.lowerBound), end: Int32(range.upperBound)))
    document.withRoot { walk($0) }
    builder.close()
    return builder.stretch
  }

  private mutating func walk(_ root: CMarkNode) {
    // Footnote definitions stand at the end of the parser's tree, in the order of their use.
    var blocks: [CMarkNode] = []
    var child = root.firstChild
    while let block = child {
      blocks.append(block)
      child = block.next
    }
    for block in blocks.sorted(by: { $0.startLine < $1.startLine }) { visit(block) }
  }

  /// Visits a node and all below it without recursion, so that deep nesting cannot exhaust the stack.
  private mutating func visit(_ top: CMarkNode) {
    var current = top
    while true {
      enter(current)
      if let child = current.firstChild {
        current = child
        continue
      }
      builder.close()
      while current != top {
        if let next = current.next {
          current = next
          break
        }
        guard let parent = current.parent else { return }
        current = parent
        builder.close()
      }
      if current == top { return }
    }
  }

  private mutating func enter(_ cmark: CMarkNode) {
    let kind = cmark.kind ?? .text
    guard kind.isBlock else {
      builder.openInline(kind, cmark)
      return
    }
    var node = Node(kind: kind, start: Int32(startOffset(cmark)), end: Int32(endOffset(cmark)))
    switch kind {
    case .heading: node.detail = UInt8(clamping: cmark.headingLevel)
    case .list:
      if let start = cmark.listStart {
        node.detail |= Node.Flags.ordered
        node.payload = start
      }
      if cmark.isTight { node.detail |= Node.Flags.tight }
    case .item where cmark.isTask:
      node.detail |= Node.Flags.task
      if cmark.isChecked { node.detail |= Node.Flags.checked }
    case .footnoteDefinition: node.start = Int32(footnoteStart(before: startOffset(cmark)))
    case .codeBlock:
      if cmark.isFenced { node.detail |= Node.Flags.fenced }
      node.payload = builder.add(cmark.literal)
    case .htmlBlock:
      node.end = Int32(htmlEnd(cmark))
      node.payload = builder.add(cmark.literal)
    case .tableRow where cmark.isHeaderRow: node.detail |= Node.Flags.header
    default: break
    }
    builder.open(node)
  }

  private func startOffset(_ cmark: CMarkNode) -> Int {
    offset(line: cmark.startLine, column: cmark.startColumn - 1)
  }

  private func endOffset(_ cmark: CMarkNode) -> Int {
    offset(line: cmark.endLine, column: cmark.endColumn)
  }

  /// The parser begins a footnote definition behind its label.
  private func footnoteStart(before offset: Int) -> Int {
    let line = source.line(source.lineIndex(at: offset))
    let label = source.bytes[line.lowerBound..<max(offset, line.lowerBound)].lastIndex(of: UInt8(ascii: "["))
    return label ?? offset
  }

  /// The parser ends a block of raw HTML too early where its first line is its last; the lines of its text are right.
  private func htmlEnd(_ cmark: CMarkNode) -> Int {
    let lines = cmark.literalLineCount
    return lines > 0 ? source.line(firstLine + cmark.startLine - 1 + lines - 1).upperBound : endOffset(cmark)
  }

  /// A line of the parser, from 1, and a number of bytes in it as an offset into the file.
  private func offset(line: Int, column: Int) -> Int {
    let index = firstLine + line - 1
    guard source.lineStarts.indices.contains(index) else { return index < 0 ? range.lowerBound : range.upperBound }
    // The first line may begin behind a byte order mark.
    return min(max(max(source.lineStarts[index], range.lowerBound) + column, range.lowerBound), range.upperBound)
  }
}
