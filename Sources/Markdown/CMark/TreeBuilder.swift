import Source

/// Builds a `Chunk` node by node, in document order.
struct TreeBuilder {
  let source: SourceText
  var nodes: [Node] = []
  var literals: [String] = []
  var links: [Link] = []
  var definitions: [LinkDefinition] = []
  /// The indices of the nodes that are not closed yet, the innermost last.
  var open: [Int] = []
  /// The links that are not closed yet.
  var openLinks: [OpenLink] = []
  /// Of the block that is open, if it is one with inlines.
  var matcher = InlineMatcher.none
  var quoteDepth = 0
  /// The cells of the table row that is open, which the parser misplaces in an indented row.
  private var cells: ArraySlice<SourceRange> = []

  struct OpenLink {
    let inline: CMarkNode
    let node: Int
    let textStart: Int
    let form: Link.Form
    /// The link's place among the links, which are in the order in which they start.
    let index: Int
  }

  /// - Parameter capacity: the size of the text that is parsed, in bytes.
  init(source: SourceText, capacity: Int) {
    self.source = source
    nodes.reserveCapacity(capacity / 16 + 16)
    links.reserveCapacity(capacity / 96)
  }

  /// What was built.
  var chunk: Chunk { Chunk(nodes: nodes, literals: literals, links: links, definitions: definitions) }

  /// Opens a block, and begins its inlines if it is one that has some.
  ///
  /// - Parameter isAfterDefinitions: whether definitions that begin a paragraph are none of its text.
  mutating func open(_ node: Node, isAfterDefinitions: Bool = true) {
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
    case .paragraph, .heading, .tableCell: beginInlines(node, isAfterDefinitions: isAfterDefinitions)
    default: break
    }
  }

  // MARK: Blocks with inlines

  private mutating func beginInlines(_ node: Node, isAfterDefinitions: Bool) {
    matcher = InlineMatcher(bytes: source.bytes, range: node.range, quoteDepth: quoteDepth)
    switch node.kind {
    case .paragraph where isAfterDefinitions: passDefinitions()
    case .heading:
      matcher.skipBlanks()
      if matcher.peek() == UInt8(ascii: "#") {
        while matcher.match(UInt8(ascii: "#")) {}
      } else {
        passDefinitions()
      }
    default: break
    }
    matcher.skipBlanks()
  }

  private mutating func passDefinitions() {
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
  var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
