import Markdown
import Markup
import Source

/// The content of a `details` element below its summary.
struct DetailsBody {
  private(set) var links: [ListLink] = []
  private(set) var description: Description?
  private(set) var children: [Entry] = []
  private(set) var hasList = false

  init(_ element: DetailsElement, blocks: ArraySlice<Block>, builder: EntryBuilder) {
    var parts = EntryBody(builder: builder)
    // There may be thousands of elements, so each looks only at its own blocks.
    let first = blocks.partitioningIndex { $0.range.lowerBound >= element.body.lowerBound }
    for block in blocks[first...].prefix(while: { $0.range.lowerBound < element.body.upperBound })
    where element.body.contains(block.range) {
      if block.isList || QuoteRun.isEntry(block, builder: builder) { hasList = true }
      parts.add([block])
    }
    let tokens = builder.html.tokens(in: element.body)
    if tokens.contains(where: \.isListItem) { hasList = true }
    description = parts.description ?? builder.html.text(of: tokens)
    // Links in HTML blocks with one of the element's tags are not in `parts`.
    let taken = Set(parts.links.map(\.range))
    let anchors = builder.html.anchors(in: element.body).filter { !taken.contains($0.range) }
    links = (parts.links + anchors).sorted { $0.range < $1.range }
    children = parts.children
  }
}

/// `details` elements that are entries: the link is in the summary, the description after it or in the body.
///
/// Elements without a link in the summary that follow them have further entries inside: “Show 5 hidden projects”.
struct DetailsRun {
  let entries: [Entry]
  /// The number of blocks of the elements.
  let blockCount: Int

  /// Reads the elements that begin in the first block, and in the blocks up to their end; nil if none is an entry.
  init?(_ blocks: ArraySlice<Block>, builder: EntryBuilder) {
    guard let first = blocks.first else { return nil }
    var entries: [Entry] = []
    var count = 1
    var end = first.range.upperBound
    var pending = builder.html.details(startingIn: first.range)[...]
    guard let start = pending.first?.range.lowerBound, builder.html.isEnd(SourceRange(first.range.lowerBound, start))
    else { return nil }
    while let element = pending.popFirst() {
      let before = count
      while count < blocks.count, blocks[blocks.startIndex + count].range.lowerBound < element.range.upperBound {
        end = blocks[blocks.startIndex + count].range.upperBound
        count += 1
      }
      if count > before {
        pending = builder.html.details(startingIn: SourceRange(element.range.upperBound, end))[...]
      }
      if let entry = Self.entry(element, blocks.prefix(count), builder) {
        entries.append(entry)
      } else if entries.isEmpty {
        return nil
      } else {
        entries += Self.entries(in: element, blocks.prefix(count), builder)
      }
    }
    if entries.isEmpty { return nil }
    self.entries = entries
    blockCount = count
  }

  /// The entries in an element without a link in its summary.
  private static func entries(
    in element: DetailsElement, _ blocks: ArraySlice<Block>, _ builder: EntryBuilder
  ) -> [Entry] {
    var entries: [Entry] = []
    let first = blocks.partitioningIndex { $0.range.lowerBound >= element.body.lowerBound }
    for block in blocks[first...].prefix(while: { $0.range.lowerBound < element.body.upperBound }) {
      switch block.kind {
      case .list: entries += builder.entries(of: block)
      case .table: entries += TableEntries.entries(of: block, html: builder.html)
      case .quote: entries += QuoteRun.entry(block, builder: builder).map { [$0] } ?? []
      default: continue
      }
    }
    return entries.isEmpty ? HTMLEntries.entries(of: builder.html.tokens(in: element.body)) : entries
  }

  private static func entry(_ element: DetailsElement, _ blocks: ArraySlice<Block>, _ builder: EntryBuilder) -> Entry? {
    let line = EntryLine(FlatText(element.summary))
    guard line.link != nil, line.strength == .strong || line.strength == .weak else { return nil }
    let body = DetailsBody(element, blocks: blocks, builder: builder)
    return Entry(
      title: line.title, link: line.link, furtherLinks: line.furtherLinks + body.links,
      description: line.description ?? body.description, tags: line.tags, children: body.children, shape: .details,
      range: element.range)
  }
}

extension HTMLToken {
  /// Whether this is the start tag of a list item.
  var isListItem: Bool {
    if case .start(let tag) = kind { tag.name == "li" } else { false }
  }
}
