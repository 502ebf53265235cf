public import Markdown

/// A document's blocks by kind, so that a rule looks only at its own.
public struct BlockKinds: Sendable {
  public private(set) var paragraphs: [Block] = []
  public private(set) var headings: [Block] = []
  public private(set) var quotes: [Block] = []
  public private(set) var lists: [Block] = []
  public private(set) var items: [Block] = []
  public private(set) var codeBlocks: [Block] = []
  public private(set) var html: [Block] = []
  public private(set) var thematicBreaks: [Block] = []
  public private(set) var tables: [Block] = []
  public private(set) var rows: [Block] = []
  public private(set) var cells: [Block] = []

  init(_ blocks: [Block]) {
    for block in blocks {
      switch block.kind {
      case .paragraph: paragraphs.append(block)
      case .heading: headings.append(block)
      case .quote: quotes.append(block)
      case .list: lists.append(block)
      case .item: items.append(block)
      case .code: codeBlocks.append(block)
      case .html: html.append(block)
      case .thematicBreak: thematicBreaks.append(block)
      case .table: tables.append(block)
      case .tableRow: rows.append(block)
      case .tableCell: cells.append(block)
      case .footnoteDefinition: break
      }
    }
  }
}
