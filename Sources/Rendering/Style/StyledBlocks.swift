import Markdown
import Source

/// The blocks and inlines of a list that have a style, in the order of the text.
struct StyledBlocks {
  struct ListBlock {
    let block: Block
    /// The number of lists around and including it.
    let depth: Int
    /// Whether it is in no other block.
    let isOutermost: Bool
    /// Whether nothing but its kind of marker divides it from a list before or after it.
    let isDivided: Bool

    var isOrdered: Bool {
      if case .list(start: .some, isTight: _) = block.kind { true } else { false }
    }
  }

  private(set) var lists: [ListBlock] = []
  /// The outermost headings of one line.
  private(set) var headings: [Block] = []
  private(set) var breaks: [Block] = []
  private(set) var fences: [Block] = []
  private(set) var inlines: [(kind: Inline.Kind, range: SourceRange)] = []

  init(_ blocks: [Block]) {
    add(blocks, depth: 0, isOutermost: true)
    for block in blocks {
      for inline in block.allInlines where inline.kind == .emphasis || inline.kind == .strong {
        if let range = inline.range { inlines.append((inline.kind, range)) }
      }
    }
  }

  private mutating func add(_ blocks: [Block], depth: Int, isOutermost: Bool = false) {
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .list:
        let isDivided =
          index > 0 && Self.join(blocks[index - 1], block)
          || index + 1 < blocks.count && Self.join(block, blocks[index + 1])
        lists.append(
          ListBlock(block: block, depth: depth + 1, isOutermost: isOutermost, isDivided: isDivided))
        for item in block.children { add(item.children, depth: depth + 1) }
      case .quote, .footnoteDefinition: add(block.children, depth: depth)
      case .heading where isOutermost && block.firstByte == UInt8(ascii: "#"): headings.append(block)
      case .thematicBreak: breaks.append(block)
      case .code(isFenced: true): fences.append(block)
      default: break
      }
    }
  }

  /// Whether two adjacent blocks would be one list if their markers were the same.
  private static func join(_ first: Block, _ second: Block) -> Bool {
    switch (first.kind, second.kind) {
    case (.list(start: nil, isTight: _), .list(start: nil, isTight: _)): true
    case (.list(start: .some, isTight: _), .list(start: .some, isTight: _)): true
    default: false
    }
  }
}
