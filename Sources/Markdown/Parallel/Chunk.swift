import Source

/// What was parsed of a part of a text: the nodes below a document's, and what they point to.
struct Chunk: Sendable {
  /// The document's node, and all below it in document order.
  var nodes: [Node]
  var literals: [String]
  var links: [Link]
  /// The definitions that stand before other text in its paragraph.
  var definitions: [LinkDefinition]
  /// Whether the parser found the heading behind it, which an open block would have taken, and but for that nothing else than definitions
  /// before and behind it.
  var isSelfContained = true

  /// The least length of a text, in bytes, up to which references may make it longer without the C library's taking offence.
  private static let expansionLimit = 100_000

  /// Whether its last block is a fence in an item or a quote that nothing but the heading behind it ends: the parser has the block end
  /// there, not where it stands.
  var endsInHeading: Bool {
    guard let node = nodes.last, node.kind == .codeBlock, node.detail & Node.Flags.fenced != 0 else { return false }
    return node.end == nodes[0].end
  }

  /// Whether the C library, which takes no more references when they have made a text twice as long, took all of them.
  ///
  /// Links whose form was not found count as references, so that this is never true by mistake.
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

  /// One of several, in the order of the text, which make up a range.
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
      for node in part.nodes.dropFirst() { nodes.append(node.pointing(behind: literal, or: link)) }
      literals += part.literals
      links += part.links
      definitions += part.definitions
    }
  }
}

extension Node {
  /// The same node in a document that has so many literals and links before those of its own part.
  fileprivate func pointing(behind literal: Int32, or link: Int32) -> Node {
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
