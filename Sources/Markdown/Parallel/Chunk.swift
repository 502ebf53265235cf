import Source

/// The parsed nodes of one chunk of a text, with the literals, links and definitions that they point to.
struct Chunk: Sendable {
  /// The document's node and all nodes below it, in document order.
  var nodes: [Node]
  var literals: [String]
  var links: [Link]
  /// The definitions before other text in their paragraph.
  var definitions: [LinkDefinition]
  /// Whether the parser found, outside of the chunk, only the heading after it and definitions: no open block contains that heading.
  var isSelfContained = true

  /// The expansion by references, in bytes, that the C library always allows.
  private static let expansionLimit = 100_000

  /// Whether the last block is a fence in an item or a quote that only the heading after the chunk ends: the parser's end is wrong then.
  var endsInHeading: Bool {
    guard let node = nodes.last, node.kind == .codeBlock, node.detail & Node.Flags.fenced != 0 else { return false }
    return node.end == nodes[0].end
  }

  /// Whether the C library resolved all references: it stops when they have doubled the size of the text.
  ///
  /// Links of unknown form count as references, so that this is never true by mistake.
  var isWithinExpansionLimit: Bool {
    var size = 0
    for link in links where link.form == .reference || link.range == nil {
      size += link.destination.utf8.count + (link.title?.utf8.count ?? 0)
    }
    return size <= max(Self.expansionLimit, nodes[0].range.count)
  }

  init(nodes: [Node], literals: [String], links: [Link], definitions: [LinkDefinition]) {
    self.nodes = nodes
    self.literals = literals
    self.links = links
    self.definitions = definitions
  }

  /// Joins the chunks of a range, in the order of the text.
  init(joining parts: [Chunk], range: SourceRange) {
    let count = parts.reduce(0) { $0 + $1.nodes.count - 1 }
    var document = Node(kind: .document, start: Int32(range.lowerBound), end: Int32(range.upperBound))
    document.descendants = Int32(count)
    nodes = []
    nodes.reserveCapacity(count + 1)
    nodes.append(document)
    literals = []
    literals.reserveCapacity(parts.reduce(0) { $0 + $1.literals.count })
    links = []
    links.reserveCapacity(parts.reduce(0) { $0 + $1.links.count })
    definitions = []
    for part in parts {
      let (literal, link) = (Int32(literals.count), Int32(links.count))
      for node in part.nodes.dropFirst() { nodes.append(node.shifted(literals: literal, links: link)) }
      literals += part.literals
      links += part.links
      definitions += part.definitions
    }
  }
}

extension Node {
  /// The same node in a document with so many literals and links before those of its chunk.
  fileprivate func shifted(literals literal: Int32, links link: Int32) -> Node {
    guard payload >= 0 else { return self }
    var node = self
    switch kind {
    case .list: break
    case .link, .image: node.payload += link
    default: node.payload += literal
    }
    return node
  }
}
