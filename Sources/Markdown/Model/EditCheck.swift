public import Source

/// Compares a document with the same one after edits of its source.
///
/// Blocks that no edit touches must say the same. In the others blocks, their nesting, links, emphasis, code, comments and other raw HTML
/// must be there as before. What differs within an edit's own range is the edit's purpose.
public struct EditCheck {
  private let before: Document
  private let after: Document
  /// The edited ranges of the text before, in its order.
  private let edited: [SourceRange]
  private let editsDefinition: Bool

  public init(_ before: Document, _ after: Document, edits: [Edit]) {
    self.before = before
    self.after = after
    edited = edits.map(\.range).sorted()
    let edited = edited
    editsDefinition = before.definitions.contains { Self.touch(edited, $0.range) }
  }

  /// Whether nothing but the edited text differs.
  public func holds() -> Bool {
    holds(for: before.blocks, after.blocks)
  }

  private func holds(for old: [Block], _ new: [Block]) -> Bool {
    old.count == new.count && zip(old, new).allSatisfy(holds)
  }

  private func holds(for block: Block, _ other: Block) -> Bool {
    let isTouched = Self.touch(edited, block.range)
    if !isTouched, block.isSame(as: other) { return true }
    // A definition changes links elsewhere.
    guard isTouched || editsDefinition, isAlike(block.index, other.index) else { return false }
    guard block.holdsInlines || other.holdsInlines else { return holds(for: block.children, other.children) }
    return hasSameMarks(block, other) && (isTouched || block.text.utf8.elementsEqual(other.text.utf8))
  }

  /// Whether all inlines but text are the same, in the same nesting.
  private func hasSameMarks(_ block: Block, _ other: Block) -> Bool {
    var (old, new) = (Walk(block), Walk(other))
    while true {
      let (left, right) = (old.next(), new.next())
      guard let left, let right else { return left == nil && right == nil }
      guard left.depth == right.depth, isAlike(left.index, right.index) else { return false }
    }
  }

  /// Whether two nodes have the same content but for what edits change.
  private func isAlike(_ left: Int, _ right: Int) -> Bool {
    let (old, new) = (before.tree.nodes[left], after.tree.nodes[right])
    if before.tree.isAlike(old, new, of: after.tree) { return true }
    guard old.kind == new.kind else { return false }
    switch old.kind {
    case .list: return old.detail == new.detail && touchesStart(of: old)
    case .code, .html, .codeBlock, .htmlBlock: return old.detail == new.detail && isEditedInside(old)
    case .link, .image:
      guard old.payload >= 0, new.payload >= 0 else { return old.payload == new.payload }
      return editsDefinition || Self.touch(edited, old.range)
    default: return false
    }
  }

  /// Whether an edit lies within a node, so that the node's own ends stay.
  private func isEditedInside(_ node: Node) -> Bool {
    let next = edited.partitioningIndex { $0.upperBound > node.range.lowerBound }
    guard node.isLocated, edited.indices.contains(next) else { return false }
    return edited[next].lowerBound > node.range.lowerBound && edited[next].upperBound < node.range.upperBound
  }

  /// Whether an edit is in the marker with which a list begins.
  private func touchesStart(of node: Node) -> Bool {
    let digits = 10
    return Self.touch(
      edited, SourceRange(node.range.lowerBound, min(node.range.lowerBound + digits, node.range.upperBound)))
  }

  /// Whether one of some ranges in order meets a range.
  private static func touch(_ edited: [SourceRange], _ range: SourceRange) -> Bool {
    let next = edited.partitioningIndex { $0.upperBound >= range.lowerBound }
    return edited.indices.contains(next) && edited[next].lowerBound <= range.upperBound
  }
}

/// A walk over the inlines of a block that make its structure: all but text, whose division into nodes means nothing.
private struct Walk {
  private let tree: Tree
  private var position: Int
  private let end: Int
  /// Where the nodes around the current place end.
  private var ends: [Int] = []

  init(_ block: Block) {
    tree = block.tree
    position = block.index + 1
    end = position + Int(tree.nodes[block.index].descendants)
  }

  mutating func next() -> (index: Int, depth: Int)? {
    while position < end {
      let index = position
      let node = tree.nodes[index]
      position += 1
      while let last = ends.last, last <= index { ends.removeLast() }
      if node.kind == .text || node.kind == .softBreak { continue }
      let depth = ends.count
      if node.descendants > 0 { ends.append(index + 1 + Int(node.descendants)) }
      return (index, depth)
    }
    return nil
  }
}
