import Markdown
import Source

/// Consecutive blocks of entries: a list, then the quotes, `details` elements and lists that continue it.
///
/// In CommonMark, a block quote at column 0 closes the list above it. So a list of entries with such descriptions is one list for each
/// entry, with quotes between them.
struct EntryRun {
  private(set) var entries: [Entry]
  private var blocks: [Block]
  private let builder: EntryBuilder
  /// The quotes and `details` elements below the last entry.
  private var addition: Addition?

  private struct Addition {
    var links: [ListLink] = []
    var description: Description?
    var shape = EntryShape.quote
    var range: SourceRange
  }

  init(list: Block, builder: EntryBuilder) {
    self.builder = builder
    blocks = [list]
    entries = builder.entries(of: list)
  }

  /// Consumes the blocks that continue the run.
  mutating func consume(from rest: inout ArraySlice<Block>) {
    guard !entries.isEmpty else { return }
    defer { endEntry() }
    while let next = rest.first, let last = blocks.last {
      let count: Int
      switch (last.kind, next.kind) {
      case (.list, .quote): count = consumeQuote(next, after: last)
      case (_, .html):
        let details = consumeDetails(rest)
        count = details > 0 ? details : consumeParagraph(next, after: last)
      case (_, .list) where addition != nil: count = consumeList(next)
      default: count = 0
      }
      if count == 0 { return }
      blocks += rest.prefix(count)
      rest.removeFirst(count)
    }
  }

  /// The run as an element, or its blocks unchanged if there is no entry.
  var elements: [Element] {
    entries.isEmpty ? blocks.map(Element.kept) : [.entries(entries, blocks: blocks)]
  }

  private mutating func consumeQuote(_ quote: Block, after list: Block) -> Int {
    guard let entry = entries.last, entry.description == nil, entry.link != nil, isNext(quote, after: list) else {
      return 0
    }
    let description = builder.description(quote)
    extendLast(by: builder.links(in: quote), description, as: .quote, to: quote.range)
    return 1
  }

  /// Consumes a paragraph of raw HTML that describes the last entry.
  private mutating func consumeParagraph(_ html: Block, after list: Block) -> Int {
    guard list.isList, let entry = entries.last, entry.description == nil, entry.link != nil, isNext(html, after: list),
      let description = builder.html.paragraph(in: html.range),
      HTMLEntries.entries(of: builder.html.tokens(in: html.range)).isEmpty
    else { return 0 }
    extendLast(by: builder.links(in: html), description, as: .paragraph, to: html.range)
    return 1
  }

  /// Whether a quote or paragraph is part of the list before it: it is on the next line, or the list has one item.
  private func isNext(_ quote: Block, after list: Block) -> Bool {
    let source = list.sourceText
    let distance =
      source.lineIndex(at: quote.range.lowerBound) - source.lineIndex(at: max(list.range.upperBound - 1, 0))
    return distance == 1 || list.children.count == 1
  }

  /// Consumes a `details` element about the last entry: one without a link in the summary and without a list.
  private mutating func consumeDetails(_ rest: ArraySlice<Block>) -> Int {
    guard let html = rest.first, let element = builder.html.details(startingIn: html.range).first,
      element.range.lowerBound == html.range.lowerBound,
      !EntryLine(FlatText(element.summary)).hasLinks
    else { return 0 }
    let blocks = rest.prefix { $0.range.lowerBound < element.range.upperBound }
    let body = DetailsBody(element, blocks: blocks, builder: builder)
    guard let last = blocks.last, last.range.upperBound <= element.range.upperBound, !body.hasList else { return 0 }
    extendLast(by: body.links, body.description, as: .paragraph, to: element.range)
    return blocks.count
  }

  private mutating func consumeList(_ list: Block) -> Int {
    let more = builder.entries(of: list)
    guard !more.isEmpty else { return 0 }
    endEntry()
    entries += more
    return 1
  }

  private mutating func extendLast(
    by links: [ListLink], _ description: Description?, as shape: EntryShape, to range: SourceRange
  ) {
    if addition == nil { addition = Addition(range: range) }
    // There may be thousands of elements below one entry, so it is replaced once, after all of them.
    addition?.links += links
    addition?.range.upperBound = range.upperBound
    if addition?.description == nil, let description {
      addition?.description = description
      addition?.shape = shape
    }
  }

  private mutating func endEntry() {
    guard let addition, let entry = entries.popLast() else { return }
    self.addition = nil
    entries.append(
      entry.extended(by: addition.links, addition.description, as: addition.shape, to: addition.range))
  }
}

extension EntryLine {
  var hasLinks: Bool { link != nil || !furtherLinks.isEmpty }
}

extension Entry {
  /// The same entry with its addition; an existing description stays.
  func extended(
    by links: [ListLink], _ found: Description? = nil, as newShape: EntryShape = .link, to newRange: SourceRange
  ) -> Entry {
    Entry(
      title: title, link: link, furtherLinks: furtherLinks + links, description: description ?? found, tags: tags,
      children: children, shape: description == nil && found != nil ? newShape : shape,
      range: range.union(newRange))
  }
}
