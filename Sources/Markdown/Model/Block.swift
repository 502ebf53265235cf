public import Source

/// A block of a document: a view, cheap to copy.
public struct Block: Sendable {
  public enum Kind: Hashable, Sendable {
    case paragraph
    /// A heading of level 1 to 6.
    case heading(level: Int)
    case quote
    /// A list; `start` is an ordered list's first number, nil for bullets.
    case list(start: Int?, isTight: Bool)
    /// A list item; `isChecked` is nil if it is not a task.
    case item(isChecked: Bool?)
    case code(isFenced: Bool)
    case html
    case thematicBreak
    case table
    case tableRow(isHeader: Bool)
    case tableCell
    case footnoteDefinition
  }

  package let tree: Tree
  /// The index of its node in the tree.
  package let index: Int

  private var node: Node { tree.nodes[index] }

  public var kind: Kind {
    let node = node
    func has(_ flag: UInt8) -> Bool { node.detail & flag != 0 }
    switch node.kind {
    case .heading: return .heading(level: Int(node.detail))
    case .quote: return .quote
    case .list:
      return .list(start: has(Node.Flags.ordered) ? Int(node.payload) : nil, isTight: has(Node.Flags.tight))
    case .item: return .item(isChecked: has(Node.Flags.task) ? has(Node.Flags.checked) : nil)
    case .codeBlock: return .code(isFenced: has(Node.Flags.fenced))
    case .htmlBlock: return .html
    case .thematicBreak: return .thematicBreak
    case .table: return .table
    case .tableRow: return .tableRow(isHeader: has(Node.Flags.header))
    case .tableCell: return .tableCell
    case .footnoteDefinition: return .footnoteDefinition
    default: return .paragraph
    }
  }

  /// The block's bytes from its first to its last character, without the final newline.
  ///
  /// Lines after the first begin with the prefixes of the blocks around it (`> `, indentation).
  public var range: SourceRange { node.range }

  /// The whole text.
  public var sourceText: SourceText { tree.source }

  /// The blocks directly inside.
  public var children: [Block] {
    holdsInlines ? [] : tree.childIndices(of: index).map { Block(tree: tree, index: $0) }
  }

  /// The number of blocks directly inside.
  public var childCount: Int { holdsInlines ? 0 : tree.childCount(of: index) }

  /// The first block directly inside, if any.
  public var firstChild: Block? { holdsInlines || node.descendants == 0 ? nil : Block(tree: tree, index: index + 1) }

  /// The inlines directly inside: of a paragraph, a heading or a table cell.
  public var inlines: [Inline] {
    holdsInlines ? tree.childIndices(of: index).map { Inline(tree: tree, index: $0) } : []
  }

  /// Whether there are inlines inside; a block contains either blocks or inlines.
  package var holdsInlines: Bool {
    node.descendants > 0 && !tree.nodes[index + 1].kind.isBlock
  }

  /// From the first inline inside to the last; the block's own range if one of them is not located, nil without inlines.
  package var inlinesRange: SourceRange? {
    guard holdsInlines else { return nil }
    let end = index + 1 + Int(node.descendants)
    var last = index + 1
    var next = last
    while next < end {
      last = next
      next += 1 + Int(tree.nodes[next].descendants)
    }
    let (first, final) = (tree.nodes[index + 1], tree.nodes[last])
    return first.isLocated && final.isLocated ? first.range.union(final.range) : range
  }

  /// The visible text, without images, raw HTML and syntax; line breaks are spaces.
  public var text: String { tree.text(below: index) }

  /// The texts of all innermost blocks inside, or the block's own, joined with spaces.
  public var allText: String {
    guard !holdsInlines, node.descendants > 0 else { return text }
    var texts: [String] = []
    for index in index + 1...index + Int(node.descendants) where tree.nodes[index].kind.isBlock {
      let isInnermost = tree.nodes[index].descendants == 0 || !tree.nodes[index + 1].kind.isBlock
      if isInnermost { texts.append(tree.text(below: index)) }
    }
    return texts.joined(separator: " ")
  }

  /// The lines of a code or raw HTML block without the prefixes of the blocks around it; empty for other blocks.
  public var literal: String {
    (node.kind == .codeBlock || node.kind == .htmlBlock) && node.payload >= 0 ? tree.literals[Int(node.payload)] : ""
  }

  /// The links and images inside, at any depth, in the order in which they start.
  public var links: [Link] { Array(linkSlice) }

  /// The same links as a slice of the tree's.
  package var linkSlice: ArraySlice<Link> { tree.links(below: index) }

  /// Whether there are no blocks or inlines inside.
  public var isEmpty: Bool { node.descendants == 0 }

  /// Every block inside, parents before children.
  public var allBlocks: [Block] {
    (index + 1..<index + 1 + Int(node.descendants)).compactMap {
      tree.nodes[$0].kind.isBlock ? Block(tree: tree, index: $0) : nil
    }
  }

  /// Every inline inside, at any depth, in the order of the text.
  public var allInlines: [Inline] {
    (index + 1..<index + 1 + Int(node.descendants)).compactMap {
      tree.nodes[$0].kind.isBlock ? nil : Inline(tree: tree, index: $0)
    }
  }
}

extension Tree {
  func childCount(of parent: Int) -> Int {
    let end = parent + 1 + Int(nodes[parent].descendants)
    var count = 0
    var index = parent + 1
    while index < end {
      count += 1
      index += 1 + Int(nodes[index].descendants)
    }
    return count
  }

  func childIndices(of parent: Int) -> [Int] {
    let end = parent + 1 + Int(nodes[parent].descendants)
    var result: [Int] = []
    result.reserveCapacity(childCount(of: parent))
    var index = parent + 1
    while index < end {
      result.append(index)
      index += 1 + Int(nodes[index].descendants)
    }
    return result
  }

  func literal(of index: Int) -> String {
    let node = nodes[index]
    return node.payload >= 0 ? literals[Int(node.payload)] : source[node.range]
  }

  func text(below parent: Int) -> String {
    var result = ""
    var index = parent + 1
    let end = index + Int(nodes[parent].descendants)
    while index < end {
      let node = nodes[index]
      switch node.kind {
      case .text, .code: result += literal(of: index)
      case .softBreak, .lineBreak: result += " "
      case .image: index += Int(node.descendants)
      default: break
      }
      index += 1
    }
    return result
  }

  /// The links are in the order of their nodes, so those below a node are contiguous.
  func links(below parent: Int) -> ArraySlice<Link> {
    let inner = parent + 1..<parent + 1 + Int(nodes[parent].descendants)
    guard let first = inner.first(where: { nodes[$0].isLink }), let last = inner.last(where: { nodes[$0].isLink })
    else {
      return []
    }
    return links[Int(nodes[first].payload)...Int(nodes[last].payload)]
  }
}

extension Node {
  fileprivate var isLink: Bool { (kind == .link || kind == .image) && payload >= 0 }
}
