import Source

/// Parses a chunk of a text: copies the C library's tree into a `Chunk` and finds every range in the source.
struct ChunkParser {
  private let source: SourceText
  private let range: Range<Int>
  private let plan: ChunkPlan
  /// The index in the text of the parser's first line.
  private var firstLine: Int
  private var builder: TreeBuilder

  init(_ source: SourceText, _ range: Range<Int>, of plan: ChunkPlan) {
    self.source = source
    self.range = range
    self.plan = plan
    firstLine = source.lineIndex(at: range.lowerBound)
    builder = TreeBuilder(source: source, capacity: range.count)
  }

  mutating func parse() throws(MarkdownError) -> Chunk {
    let before = plan.before(range)
    firstLine -= before.lineCount
    let document = try CMarkDocument(parsing: [before.text[...], source.bytes[range], plan.after(range)[...]])
    builder.open(Node(kind: .document, start: Int32(range.lowerBound), end: Int32(range.upperBound)))
    let foreignBlocks = document.withRoot { walk($0) }
    builder.close()
    var chunk = builder.chunk
    chunk.isSelfContained = foreignBlocks == (range.upperBound < source.bytes.count ? 1 : 0)
    return chunk
  }

  /// Visits the blocks of the chunk; returns the number of other blocks.
  private mutating func walk(_ root: CMarkNode) -> Int {
    // Footnote definitions are at the end of the parser's tree, in the order of their use.
    var blocks: [CMarkNode] = []
    var child = root.firstChild
    while let block = child {
      blocks.append(block)
      child = block.next
    }
    let lines = source.lineIndex(at: range.lowerBound)...lastLine
    let own = blocks.filter { lines.contains(firstLine + $0.firstLine - 1) }
    for block in own.sorted(by: { $0.firstLine < $1.firstLine }) { visit(block) }
    return blocks.count - own.count
  }

  /// The index of the chunk's last line.
  private var lastLine: Int {
    range.upperBound < source.bytes.count ? source.lineIndex(at: range.upperBound) - 1 : source.lineCount
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
    case .paragraph where cmark.startLine == 0: node = textBeforeTable(cmark)
    case .table: node.start = Int32(tableStart(cmark))
    case .tableRow where cmark.isHeaderRow:
      node.detail |= Node.Flags.header
      if let table = cmark.parent { node.start = Int32(tableStart(table)) }
    // The parser begins each row at the column of the table's first line, also one that is less indented.
    case .tableRow: node.start = Int32(offset(line: cmark.startLine, column: 0))
    default: break
    }
    // Lines before a table in its paragraph are text, even if they look like definitions.
    builder.open(node, skipsDefinitions: kind != .paragraph || cmark.startLine > 0)
  }

  private func startOffset(_ cmark: CMarkNode) -> Int {
    offset(line: cmark.startLine, column: cmark.startColumn - 1)
  }

  private func endOffset(_ cmark: CMarkNode) -> Int {
    offset(line: cmark.endLine, column: cmark.endColumn)
  }

  /// The paragraph directly before a table: the parser gives its start to the table.
  private func textBeforeTable(_ cmark: CMarkNode) -> Node {
    let start = cmark.next.map(startOffset) ?? range.lowerBound
    let line = source.lineIndex(at: cmark.next.map(tableStart) ?? start)
    let end = line > 0 ? source.line(line - 1).upperBound : start
    return Node(kind: .paragraph, start: Int32(start), end: Int32(max(start, end)))
  }

  private func tableStart(_ cmark: CMarkNode) -> Int {
    let line = cmark.firstLine
    guard line > cmark.startLine else { return startOffset(cmark) }
    let start = offset(line: line, column: 0)
    return TableRow(bytes: source.bytes, start: start, quoteDepth: builder.quoteDepth).range.lowerBound
  }

  /// The parser starts a footnote definition after its label.
  private func footnoteStart(before offset: Int) -> Int {
    let line = source.line(source.lineIndex(at: offset))
    let label = source.bytes[line.lowerBound..<max(offset, line.lowerBound)].lastIndex(of: UInt8(ascii: "["))
    return label ?? offset
  }

  /// The parser ends a raw HTML block of one line too early; the number of its lines is right.
  private func htmlEnd(_ cmark: CMarkNode) -> Int {
    let lines = cmark.literalLineCount
    return lines > 0 ? source.line(firstLine + cmark.startLine - 1 + lines - 1).upperBound : endOffset(cmark)
  }

  /// The offset in the file of a parser's line, from 1, and a number of bytes in it.
  private func offset(line: Int, column: Int) -> Int {
    let index = firstLine + line - 1
    guard source.lineStarts.indices.contains(index) else { return index < 0 ? range.lowerBound : range.upperBound }
    // The first line may begin after a byte order mark.
    return min(max(max(source.lineStarts[index], range.lowerBound) + column, range.lowerBound), range.upperBound)
  }
}
