import Markdown
import Source

/// The parts of a document that a comment may stand before.
struct SuppressedNodes {
  private let blocks: [SourceRange]
  /// The blocks that hold inlines; none lies in another one.
  private let paragraphs: [SourceRange]
  private let inlines: [SourceRange]

  init(_ document: Document) {
    let all = document.allBlocks
    blocks = all.map(\.range)
    paragraphs = all.filter { $0.kind != .html && !$0.inlines.isEmpty }.map(\.range)
    inlines = document.allInlines.compactMap(\.range)
      .sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
  }

  /// The inline behind a comment in its paragraph, else the outermost block behind it.
  func node(behind comment: SourceRange) -> SourceRange? {
    let start = comment.upperBound
    let next = Self.first(in: paragraphs, from: comment.lowerBound + 1)
    if next > 0, paragraphs[next - 1].contains(comment), paragraphs[next - 1].upperBound > start {
      let inline = Self.first(in: inlines, from: start)
      return inline < inlines.count && inlines[inline].lowerBound < paragraphs[next - 1].upperBound
        ? inlines[inline] : nil
    }
    let block = Self.first(in: blocks, from: start)
    return block < blocks.count ? blocks[block] : nil
  }

  /// The index of the first of some ranges in order that begins at an offset or behind it.
  private static func first(in ranges: [SourceRange], from offset: Int) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = low + (high - low) / 2
      if ranges[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
