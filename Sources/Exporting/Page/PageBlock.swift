import AwesomeList

/// A block of the page: entries or other content, by the one flag that is set.
struct PageBlock {
  var isEntries = false
  var isParagraph = false
  /// Whether a paragraph is the title of what follows.
  var isLabel = false
  var isQuote = false
  var isBullets = false
  var isNumbers = false
  var isCode = false
  var isTable = false
  /// Whether it is only the blocks inside, as a footnote is.
  var isGroup = false
  var entries: [PageEntry] = []
  var runs: [PageRun] = []
  /// The blocks of a quote, the items of a list, the rows of a table, and the cells of a row.
  var blocks: [PageBlock] = []
  /// The first number.
  var start = 1

  init(_ entries: [PageEntry]) {
    isEntries = true
    self.entries = entries
  }

  init(_ content: Content, runs: [PageRun], blocks: [PageBlock]) {
    self.runs = runs
    self.blocks = blocks
    switch content.kind {
    case .paragraph, .images:
      isParagraph = true
      isLabel = content.isStrong
    case .quote: isQuote = true
    case .list:
      isNumbers = content.start != nil
      isBullets = !isNumbers
      start = content.start ?? 1
    case .code: isCode = true
    case .table: isTable = true
    case .footnote: isGroup = true
    case .item, .row, .cell: break
    }
  }
}

struct PageEntry {
  let title: String
  /// A safe address; empty for others.
  let url: String
  let hasURL: Bool
  let description: String
  let hasDescription: Bool
  let tags: [PageTag]
  let hasTags: Bool
  let links: [PageRun]
  let hasLinks: Bool
  /// What else is below the entry.
  let blocks: [PageBlock]
  /// The nested entries.
  let entries: [PageEntry]
  let hasEntries: Bool
}

struct PageTag {
  let text: String
  /// The address that filters by the tag.
  let address: String
}

/// Text with one form.
struct PageRun {
  let text: String
  /// A safe address; empty for others.
  let url: String
  let hasURL: Bool
  let isCode: Bool

  init(text: String, url: String = "", isCode: Bool = false) {
    self.text = text
    self.url = url
    hasURL = !url.isEmpty
    self.isCode = isCode
  }
}
