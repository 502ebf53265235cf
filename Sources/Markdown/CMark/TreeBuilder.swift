import Source

/// Builds a `Chunk` node by node, in document order.
struct TreeBuilder {
  let source: SourceText
  var nodes: [Node] = []
  var literals: [String] = []
  var links: [Link] = []
  var definitions: [LinkDefinition] = []
  /// The indices of the open nodes, the innermost last.
  var open: [Int] = []
  /// The open links.
  var openLinks: [OpenLink] = []
  /// The matcher for the open block, if it has inlines.
  var matcher = InlineMatcher.none
  var quoteDepth = 0
  /// The remaining cells of the open table row; the parser misplaces them in an indented row.
  private var cells: ArraySlice<SourceRange> = []

  struct OpenLink {
    let inline: CMarkNode
    let node: Int
    let textStart: Int
    let form: Link.Form
    /// The index among the links, which are in the order in which they start.
    let index: Int
  }

  /// - Parameter capacity: the size of the text in bytes.
  init(source: SourceText, capacity: Int) {
    self.source = source
    nodes.reserveCapacity(capacity / 16 + 16)
    links.reserveCapacity(capacity / 96)
  }

  /// The nodes so far.
  var chunk: Chunk { Chunk(nodes: nodes, literals: literals, links: links, definitions: definitions) }

  /// Opens a block and begins its inlines.
  ///
  /// - Parameter skipsDefinitions: whether definitions at the start of a paragraph are not part of its text.
  mutating func open(_ node: Node, skipsDefinitions: Bool = true) {
    var node = node
    switch node.kind {
    case .tableRow:
      let row = TableRow(bytes: source.bytes, start: Int(node.start), quoteDepth: quoteDepth)
      node.start = Int32(row.range.lowerBound)
      node.end = Int32(row.range.upperBound)
      cells = row.cells[...]
    case .tableCell:
      let cell = cells.popFirst() ?? SourceRange(Int(nodes[open.last ?? 0].end), Int(nodes[open.last ?? 0].end))
      node.start = Int32(cell.lowerBound)
      node.end = Int32(cell.upperBound)
    default: break
    }
    open.append(nodes.count)
    nodes.append(node)
    switch node.kind {
    case .quote: quoteDepth += 1
    case .paragraph, .heading, .tableCell: beginInlines(node, skipsDefinitions: skipsDefinitions)
    default: break
    }
  }

  // MARK: Blocks with inlines

  private mutating func beginInlines(_ node: Node, skipsDefinitions: Bool) {
    matcher = InlineMatcher(bytes: source.bytes, range: node.range, quoteDepth: quoteDepth)
    switch node.kind {
    case .paragraph where skipsDefinitions: skipDefinitions()
    case .heading:
      matcher.skipBlanks()
      if matcher.peek() == UInt8(ascii: "#") {
        while matcher.match(UInt8(ascii: "#")) {}
      } else {
        skipDefinitions()
      }
    default: break
    }
    matcher.skipBlanks()
  }

  private mutating func skipDefinitions() {
    matcher.skipBlanks()
    guard matcher.peek() == UInt8(ascii: "[") else { return }
    while let found = matcher.syntax.definition(at: matcher.position, quoteDepth: quoteDepth) {
      let next = matcher.syntax.skippingSpace(from: found.next, quoteDepth: quoteDepth)
      guard next < matcher.end else { return }
      definitions.append(found.definition)
      matcher.skip(to: next)
    }
  }
}

extension UInt8 {
  /// A line feed or a carriage return.
  var isNewline: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
