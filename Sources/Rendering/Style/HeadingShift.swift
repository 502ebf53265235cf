import Markdown
import Source

/// Lowers headings by some levels, to level 6 at most.
struct HeadingShift {
  let levels: Int

  /// The edits of all headings in a document, whose other edits are in `text`.
  ///
  /// Underlined headings get hashes, because there are only two kinds of lines.
  func edits(in document: Document, _ text: EditedSource) -> [Edit] {
    levels > 0 ? edits(in: document.blocks, text, quoteDepth: 0) : []
  }

  private func edits(in blocks: [Block], _ text: EditedSource, quoteDepth: Int) -> [Edit] {
    blocks.flatMap { block -> [Edit] in
      switch block.kind {
      case .heading(let level):
        let added = min(level + levels, 6) - level
        let start = block.range.lowerBound
        guard block.firstByte != UInt8(ascii: "#") else {
          return added > 0 ? [Edit(SourceRange(start, start), String(repeating: "#", count: added))] : []
        }
        let source = text.source
        let writer = BlockWriter(text, headingShift: levels, quoteDepth: quoteDepth)
        let end = source.line(source.lineIndex(at: max(start, block.range.upperBound - 1))).upperBound
        return [Edit(SourceRange(start, end), writer.heading(block, level: level))]
      case .quote: return edits(in: block.children, text, quoteDepth: quoteDepth + 1)
      default: return edits(in: block.children, text, quoteDepth: quoteDepth)
      }
    }
  }
}
