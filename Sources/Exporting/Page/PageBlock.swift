import AwesomeList

/// A block of the page: entries or other content.
struct PageBlock {
  enum Kind {
    case entries([PageEntry])
    /// A label is the title of what follows.
    case paragraph(isLabel: Bool)
    case quote
    case bullets
    /// A list with its first number.
    case numbers(from: Int)
    case code
    case table
    /// Only the blocks inside, as of a footnote.
    case group
    /// An item, a row or a cell, which the block around it shows.
    case part
  }

  let kind: Kind
  let runs: [PageRun]
  /// The blocks of a quote, the items of a list, the rows of a table, and the cells of a row.
  let blocks: [PageBlock]

  init(_ entries: [PageEntry]) {
    (kind, runs, blocks) = (.entries(entries), [], [])
  }

  init(_ content: Content, runs: [PageRun], blocks: [PageBlock]) {
    self.runs = runs
    self.blocks = blocks
    kind =
      switch content.kind {
      case .paragraph, .images: .paragraph(isLabel: content.isStrong)
      case .quote: .quote
      case .list: content.start.map(Kind.numbers) ?? .bullets
      case .code: .code
      case .table: .table
      case .footnote: .group
      case .item, .row, .cell: .part
      }
  }
}

struct PageEntry {
  let title: String
  /// A safe address; nil for others.
  let url: String?
  let description: String
  let tags: [PageTag]
  let links: [PageRun]
  /// What else is below the entry.
  let blocks: [PageBlock]
  /// The nested entries.
  let entries: [PageEntry]
}

struct PageTag {
  let text: String
  /// The address that filters by the tag.
  let address: String
}

/// Text with one form.
struct PageRun {
  let text: String
  /// A safe address; nil for others.
  var url: String?
  var isCode = false
}
