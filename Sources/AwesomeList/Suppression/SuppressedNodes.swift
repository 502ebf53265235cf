import Markdown
import Source

/// The blocks and inlines of a document that a comment may apply to.
struct SuppressedNodes {
  private let blocks: [SourceRange]
  /// The blocks with inlines; they do not overlap.
  private let paragraphs: [SourceRange]
  private let inlines: [SourceRange]

  init(_ document: Document) {
    let all = document.allBlocks
    blocks = all.map(\.range)
    paragraphs = all.filter { $0.kind != .html && !$0.inlines.isEmpty }.map(\.range)
    inlines = document.allInlines.compactMap(\.range)
      .sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
  }

  /// The inline after a comment in its paragraph, else the outermost block after it.
  func node(after comment: SourceRange) -> SourceRange? {
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

  /// The index of the first range at or after an offset.
  private static func first(in ranges: [SourceRange], from offset: Int) -> Int {
    ranges.partitioningIndex { $0.lowerBound >= offset }
  }
}
