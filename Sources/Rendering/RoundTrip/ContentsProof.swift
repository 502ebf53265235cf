import AwesomeList
import Markdown
import Source

/// Proves that the changes of a contents list changed nothing else.
///
/// Every item that led to a section leads to it still, in the same order and depth; an item is added only for a section that had none; all
/// other blocks, headings and definitions are the same.
struct ContentsProof {
  let holds: Bool

  init(from old: List, to new: List, _ revision: ContentsRevision, _ changes: [ContentsChange], index: Int) {
    let lists = new.contentsLists
    let contents = Set(revision.contents.blocks.map(\.range.lowerBound))
    holds =
      lists.indices.contains(index) && Self.isSameOutside(contents, old, new)
      && Self.hasOutline(lists[index], revision.contents, changes, old, new)
  }

  /// Whether everything but the blocks of the contents list is the same.
  private static func isSameOutside(_ contents: Set<Int>, _ old: List, _ new: List) -> Bool {
    let (before, after) = (old.document.blocks, new.document.blocks)
    guard before.count == after.count, old.headings.map(\.anchor) == new.headings.map(\.anchor) else { return false }
    let isSame = zip(before, after).allSatisfy { block, other in
      contents.contains(block.range.lowerBound)
        ? block.kind.isSame(as: other.kind) : block.isSame(as: other)
    }
    return isSame && old.document.definitions.map(\.destination) == new.document.definitions.map(\.destination)
  }

  /// Whether the items are those of before with the changes.
  private static func hasOutline(
    _ contents: ContentsList, _ before: ContentsList, _ changes: [ContentsChange], _ old: List, _ new: List
  ) -> Bool {
    let outline = contents.outline(in: new)
    var added = changes.filter { $0.kind == .added || $0.kind == .linked }.map { ($0.text, $0.address) }
    let mended = Dictionary(changes.filter { $0.kind == .mended }.map { ($0.place, $0.address) }) { first, _ in first }
    let removed = changes.filter { $0.kind == .takenOut }.flatMap(\.removedRanges)
    var expected = before.outline(in: old).filter { item in !removed.contains { $0.contains(item.place) } }
    for index in expected.indices {
      guard let address = mended[expected[index].place] else { continue }
      expected[index].target = old.anchors.target(for: address.ownFragment ?? "") ?? ""
    }
    let named = Dictionary(outline.map { ($0.target, 1) }, uniquingKeysWith: +)
    var rest = expected[...]
    for item in outline {
      if let first = rest.first, first.text == item.text, first.target == item.target, first.depth == item.depth {
        rest.removeFirst()
      } else if let place = added.firstIndex(where: {
        $0.0 == item.text && old.anchors.target(for: $0.1.ownFragment ?? "") == item.target
      }), named[item.target] == 1 {
        added.remove(at: place)
      } else {
        return false
      }
    }
    return rest.isEmpty && added.isEmpty
  }
}

extension Block.Kind {
  /// Whether it is the same kind of block; a list may begin with another number.
  fileprivate func isSame(as other: Block.Kind) -> Bool {
    switch (self, other) {
    case (.list(let start, _), .list(let otherStart, _)): (start == nil) == (otherStart == nil)
    default: self == other
    }
  }
}
