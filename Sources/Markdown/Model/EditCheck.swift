public import Source

/// Compares a document with the same one after edits of its source.
///
/// Blocks, their nesting, links, emphasis, code, comments and other raw HTML must be there as before, and so must all text of blocks that no
/// edit touches. What differs within an edit's own range is the edit's purpose.
public struct EditCheck {
  private let before: Tree
  private let after: Tree
  /// The edited ranges of the text before, in its order.
  private let edited: [SourceRange]
  private let editsDefinition: Bool

  public init(_ before: Document, _ after: Document, edits: [Edit]) {
    self.before = before.tree
    self.after = after.tree
    edited = edits.map(\.range).sorted()
    let edited = edited
    editsDefinition = before.definitions.contains { Self.touch(edited, $0.range) }
  }

  /// Whether nothing but the edited text differs.
  public func holds() -> Bool {
    var (old, new) = (Walk(before), Walk(after))
    while true {
      let (left, right) = (old.next(), new.next())
      guard let left, let right else { return left == nil && right == nil }
      guard left.depth == right.depth, isAlike(left.index, right.index) else { return false }
    }
  }

  private func isAlike(_ left: Int, _ right: Int) -> Bool {
    let (old, new) = (before.nodes[left], after.nodes[right])
    guard old.kind == new.kind else { return false }
    switch old.kind {
    case .list:
      return old.detail == new.detail && (old.payload == new.payload || touchesStart(of: old))
    case .code, .html, .codeBlock, .htmlBlock:
      return old.detail == new.detail
        && (isEditedInside(old) || before.literal(of: left).utf8.elementsEqual(after.literal(of: right).utf8))
    case .link, .image:
      guard old.payload >= 0, new.payload >= 0 else { return old.payload == new.payload }
      let (link, found) = (before.links[Int(old.payload)], after.links[Int(new.payload)])
      let isSame = link.destination == found.destination && link.title == found.title
      return isSame || editsDefinition || Self.touch(edited, old.range)
    case .paragraph, .heading, .tableCell:
      guard old.detail == new.detail else { return false }
      return Self.touch(edited, old.range) || before.text(below: left).utf8.elementsEqual(after.text(below: right).utf8)
    default: return old.detail == new.detail
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

/// A walk over the nodes that make the structure of a document: all but text, whose division into nodes means nothing.
private struct Walk {
  private let tree: Tree
  private var position = 0
  /// Where the nodes around the current place end.
  private var ends: [Int] = []

  init(_ tree: Tree) {
    self.tree = tree
  }

  mutating func next() -> (index: Int, depth: Int)? {
    while position < tree.nodes.count {
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
