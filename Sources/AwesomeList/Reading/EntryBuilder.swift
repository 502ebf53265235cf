import Markdown
import Markup
import Source

/// Reads list items as entries.
struct EntryBuilder {
  let html: RawHTML
  /// The number of lists around the current one.
  private var depth = 0
  /// The entries of outermost lists that are already read, by the offset of the list.
  private var known: [Int: [Entry]] = [:]

  /// The size of a group of lists in bytes.
  private static let groupSize = 1 << 14

  /// The deepest nesting of entries: more than any list has, and safe for the smallest stack of a thread.
  private static let maximumDepth = 50

  init(html: RawHTML) {
    self.html = html
  }

  /// The lists among a document's outermost blocks, in groups that are large enough to read in parallel.
  static func groups(of blocks: [Block]) -> [[Block]] {
    var groups: [[Block]] = []
    var start = 0
    for list in blocks where list.isList {
      if groups.isEmpty || list.range.upperBound - start > groupSize {
        groups.append([])
        start = list.range.lowerBound
      }
      groups[groups.count - 1].append(list)
    }
    return groups
  }

  /// Keeps the entries of an outermost list for later.
  mutating func keep(_ entries: [Entry], of list: Block) {
    known[list.range.lowerBound] = entries
  }

  /// A builder for the lists in an item.
  private var inner: EntryBuilder {
    var builder = EntryBuilder(html: html)
    builder.depth = depth + 1
    return builder
  }

  /// The entries of a list; empty if most items are not entries, as in a list of prose.
  func entries(of list: Block) -> [Entry] {
    guard depth < Self.maximumDepth else { return [] }
    if depth == 0, let entries = known[list.range.lowerBound] { return entries }
    let children = list.children
    var items = ItemEntries(count: children.count, mayContinue: depth == 0)
    for item in children {
      let reading = read(item)
      if let entry = reading.entry { items.add(entry, reading.strength) }
    }
    return items.entries
  }

  /// An item as an entry, and how clearly it is one; nil if all its links lead into the document.
  private func read(_ item: Block) -> (entry: Entry?, strength: EntryLine.Strength) {
    let first = item.firstChild
    var parts = EntryBody(builder: inner)
    let line: EntryLine
    var hasLine = true
    if let first, first.kind == .html {
      line = EntryLine(FlatText(html.tokens(in: first.range)), end: first.range.upperBound)
    } else if let first, first.holdsInlines {
      line = EntryLine(FlatText(first, html: html), end: first.range.upperBound)
    } else {
      line = EntryLine(FlatText())
      hasLine = false
    }
    // Most items are only a line.
    if !hasLine || item.childCount > 1 { parts.add(item.children.dropFirst(hasLine ? 1 : 0)) }
    if line.isInternal, parts.children.isEmpty { return (nil, .none) }
    let entry = parts.entry(line, range: item.range)
    return (entry, line.link == nil && entry.link != nil ? .strong : line.strength)
  }

  /// A quote as an entry: the first line, and what is below it.
  func entry(of quote: Block) -> (entry: Entry, line: EntryLine)? {
    guard let first = quote.firstChild, first.holdsInlines || first.kind == .html else { return nil }
    let text = first.kind == .html ? FlatText(html.tokens(in: first.range)) : FlatText(first, html: html)
    let line = EntryLine(text, end: first.range.upperBound)
    guard line.link != nil else { return nil }
    var parts = EntryBody(builder: inner)
    if quote.childCount > 1 { parts.add(quote.children.dropFirst()) }
    return (parts.entry(line, range: quote.range), line)
  }

  /// The text of a quote or paragraph as a description.
  func description(_ block: Block) -> Description? {
    let text = block.visibleText
    guard !text.isEmpty else { return nil }
    return Description(
      text: text, range: block.children.first.map { $0.range.union(block.range.end) } ?? block.range)
  }

  /// The links in a block, in Markdown and HTML, without images.
  func links(in block: Block) -> [ListLink] {
    let links = block.linkSlice.filter { !$0.isImage }.map { ListLink($0) }
    let anchors = html.anchors(in: block.range)
    return anchors.isEmpty ? links : (links + anchors).sorted { $0.range < $1.range }
  }
}

extension HTMLToken {
  /// The address of an `a` tag; nil for other tokens, and without an address.
  var anchorAddress: String? {
    guard case .start(let tag) = kind, tag.name == "a", let url = tag["href"], !url.isEmpty else { return nil }
    return url
  }
}

extension SourceRange {
  /// The empty range at the end of this one.
  fileprivate var end: SourceRange { SourceRange(upperBound, upperBound) }
}
