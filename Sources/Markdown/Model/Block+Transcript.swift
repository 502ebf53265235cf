import Source

/// What is expected to change in a block; the rest is to be the same.
public struct ExpectedChange {
  let headingShift: Int
  let address: (String) -> String
  let markup: (String) -> String

  /// A change.
  ///
  /// - Parameters:
  ///   - headingShift: by how many levels headings go down.
  ///   - address: maps the destination of a link or image to the expected one.
  ///   - markup: maps raw HTML to the expected text.
  public init(headingShift: Int, address: @escaping (String) -> String, markup: @escaping (String) -> String) {
    self.headingShift = headingShift
    self.address = address
    self.markup = markup
  }
}

extension Block {
  /// Whether another block says the same: kinds, nesting, text, code, raw HTML and addresses, whatever the syntax.
  ///
  /// Whoever writes a document anew, or applies edits to it, compares it by this.
  public func isSame(as other: Block, after change: ExpectedChange? = nil) -> Bool {
    if change == nil, isAlike(other) { return true }
    return transcript(change) == other.transcript(nil)
  }

  /// The content without its syntax: two blocks say the same exactly if these are the same bytes.
  private func transcript(_ change: ExpectedChange?) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * range.count + 64)
    var ends: [Int] = []
    var isText = false
    var position = index
    let end = index + 1 + Int(tree.nodes[index].descendants)
    while position < end {
      let node = tree.nodes[position]
      while let last = ends.last, last <= position {
        ends.removeLast()
        isText = false
      }
      // How text is split into nodes and lines depends on the syntax, not on the content.
      let continues = node.kind == .text || node.kind == .softBreak
      if !continues || !isText {
        bytes.append(UInt8.noText)
        bytes.append(continues ? Node.Kind.text.rawValue : node.kind.rawValue)
        bytes.append(number: ends.count)
      }
      isText = continues
      tree.append(node, to: &bytes, change)
      if node.descendants > 0 { ends.append(position + 1 + Int(node.descendants)) }
      position += 1
    }
    return bytes
  }

  /// Whether the nodes of two blocks are alike one by one: a fast check that nearly all equal blocks pass.
  private func isAlike(_ other: Block) -> Bool {
    let count = tree.nodes[index].descendants
    guard other.tree.nodes[other.index].descendants == count else { return false }
    return (0...Int(count)).allSatisfy { offset in
      let (node, found) = (tree.nodes[index + offset], other.tree.nodes[other.index + offset])
      return node.descendants == found.descendants && tree.isAlike(node, found, of: other.tree)
    }
  }
}

extension Tree {
  fileprivate func append(_ node: Node, to bytes: inout [UInt8], _ change: ExpectedChange?) {
    switch node.kind {
    case .heading: bytes.append(number: min(Int(node.detail) + (change?.headingShift ?? 0), 6))
    case .list:
      bytes.append(node.detail)
      bytes.append(number: Int(node.payload))
    case .item, .tableRow: bytes.append(node.detail)
    case .codeBlock: bytes.append(text: literal(of: node)[...])
    // An unclosed block includes the blank lines after it.
    case .htmlBlock:
      bytes.append(text: Substring(markup(of: node, change).utf8.trimmingSuffix(while: \.isNewline)))
    case .html: bytes.append(text: markup(of: node, change)[...])
    case .text, .code, .footnoteReference:
      if node.payload >= 0 {
        bytes.append(text: literals[Int(node.payload)][...])
      } else {
        appendText(of: node, to: &bytes)
      }
    case .softBreak: bytes.append(UInt8(ascii: " "))
    case .link, .image:
      guard node.payload >= 0 else { return }
      let link = links[Int(node.payload)]
      bytes.append(contentsOf: (change?.address(link.destination) ?? link.destination).utf8)
      bytes.append(UInt8.noText)
      bytes.append(contentsOf: (link.title ?? "").utf8)
    default: break
    }
  }

  private func markup(of node: Node, _ change: ExpectedChange?) -> String {
    let literal = literal(of: node)
    return change?.markup(literal) ?? literal
  }

  /// Whether a node has the same content as one of another tree, without the nodes below them.
  func isAlike(_ node: Node, _ other: Node, of tree: Tree) -> Bool {
    guard node.kind == other.kind, node.detail == other.detail else { return false }
    switch node.kind {
    case .list: return node.payload == other.payload
    case .text, .code, .html, .footnoteReference, .codeBlock, .htmlBlock:
      if node.payload < 0, other.payload < 0 {
        return source.bytes(in: node.range) == tree.source.bytes(in: other.range)
      }
      return literal(of: node).hasBytes(of: tree.literal(of: other))
    case .link, .image:
      guard node.payload >= 0, other.payload >= 0 else { return false }
      let (link, found) = (links[Int(node.payload)], tree.links[Int(other.payload)])
      return link.destination.hasBytes(of: found.destination) && (link.title ?? "").hasBytes(of: found.title ?? "")
    default: return true
    }
  }

  fileprivate func literal(of node: Node) -> String {
    node.payload >= 0 ? literals[Int(node.payload)] : source[node.range]
  }
}

extension UInt8 {
  /// A byte that never occurs in UTF-8 and separates the parts.
  fileprivate static let noText: UInt8 = 0xFF
}

extension [UInt8] {
  fileprivate mutating func append(number: Int) {
    for shift in [0, 8, 16, 24] { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// Appends a text with LF for CR LF: line endings are a property of the file, not of the block.
  fileprivate mutating func append(text: Substring) {
    guard text.utf8.contains(UInt8(ascii: "\r")) else {
      append(contentsOf: text.utf8)
      return
    }
    append(contentsOf: text.replacing(each: "\r\n", by: "\n").utf8)
  }
}

extension String {
  /// Whether two texts have the same bytes; equal strings may differ: é has two forms.
  fileprivate func hasBytes(of other: String) -> Bool {
    let isSame = unsafe utf8.withContiguousStorageIfAvailable { bytes in
      unsafe other.utf8.withContiguousStorageIfAvailable { unsafe bytes.elementsEqual($0) }
    }
    return isSame.flatMap(\.self) ?? utf8.elementsEqual(other.utf8)
  }
}
