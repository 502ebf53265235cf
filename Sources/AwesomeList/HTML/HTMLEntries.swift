import Markup
import Source

/// Entries in a block of raw HTML: items of lists, rows of tables, terms with their descriptions, and lines that begin with a link.
struct HTMLEntries {
  private var lines: [Line] = []
  private var current: [HTMLToken] = []
  private var open = Container.none
  private var start = 0
  private var cells: [RowEntry.Cell] = []
  /// Whether all cells of the row are headers.
  private var isHeader = true
  private var columns = TableColumns()
  /// Whether text without a name describes the item before it, whose end is still to come.
  private var mayDescribe = false

  private enum Container {
    case none, item, term, description, cell, header
  }

  private struct Line {
    let entry: Entry?
    let hasLink: Bool
    /// The descriptions of a term, of which there may be thousands.
    var links: [ListLink] = []
    var description: Description?
    var end: SourceRange?

    /// Adds links that only say what kind of page they lead to.
    mutating func add(_ page: Entry) {
      links += [page.link].compactMap(\.self) + page.furtherLinks
      end = page.range
    }

    /// Adds a description to a term or item.
    mutating func describe(by line: EntryLine, _ text: FlatText, _ range: SourceRange) {
      let words = text.string(text.bytes.indices)
      links += [line.link].compactMap(\.self) + line.furtherLinks
      if description == nil, !words.isEmpty { description = Description(text: words, range: range) }
      end = range
    }

    /// The entry with its descriptions.
    var described: Entry? {
      guard let entry, let end else { return entry }
      return Entry(
        title: entry.title, link: entry.link, furtherLinks: entry.furtherLinks + links,
        description: entry.description ?? description, tags: entry.tags, children: entry.children, shape: entry.shape,
        range: entry.range.union(end))
    }
  }

  /// The entries of some HTML; empty if most lines with links are not entries.
  static func entries(of tokens: ArraySlice<HTMLToken>) -> [Entry] {
    var reader = HTMLEntries()
    for token in tokens { reader.read(token) }
    let end = tokens.last?.range.upperBound ?? 0
    reader.flush(at: end)
    reader.endRow(at: end)
    let entries = reader.lines.filter { $0.entry != nil }
    return entries.count * 2 >= reader.lines.count(where: \.hasLink) ? entries.compactMap(\.described) : []
  }

  private mutating func read(_ token: HTMLToken) {
    let (name, isStart): (String, Bool)
    switch token.kind {
    case .start(let tag): (name, isStart) = (tag.name, true)
    case .end(let tag): (name, isStart) = (tag, false)
    case .text, .comment:
      current.append(token)
      return
    }
    guard Self.dividers.contains(name) else {
      current.append(token)
      return
    }
    flush(at: token.range.lowerBound)
    if !Self.paragraphs.contains(name) { mayDescribe = false }
    start = token.range.lowerBound
    // The end tag of a row may be missing: the next row or the end of the table ends it.
    if Self.rowEnds.contains(name) {
      endRow(at: name == "tr" && !isStart ? token.range.upperBound : token.range.lowerBound)
      (cells, isHeader) = ([], true)
      if name == "table" { columns = TableColumns() }
    }
    open = isStart ? Self.container(name) : .none
  }

  private static let dividers: Set<String> = [
    "li", "ul", "ol", "dl", "dt", "dd", "tr", "td", "th", "table", "tbody", "thead", "p", "div", "br", "hr", "center",
    "h1", "h2", "h3", "h4", "h5", "h6", "details", "summary", "section", "blockquote", "picture", "pre",
  ]

  /// The elements that continue an item.
  private static let paragraphs: Set<String> = ["p", "div", "br", "blockquote", "section"]

  private static let rowEnds: Set<String> = ["tr", "table", "thead", "tbody"]

  private static func container(_ name: String) -> Container {
    switch name {
    case "li": .item
    case "dt": .term
    case "dd": .description
    case "td": .cell
    case "th": .header
    default: .none
    }
  }

  private mutating func flush(at end: Int) {
    defer { current = [] }
    let text = FlatText(current[...])
    let range = SourceRange(start, end)
    if open == .cell || open == .header {
      cells.append((text, range))
      if open == .cell { isHeader = false }
      return
    }
    guard !current.isEmpty else { return }
    let line = EntryLine(text)
    if case .description = open, lines.last?.entry != nil {
      lines[lines.count - 1].describe(by: line, text, range)
      return
    }
    if mayDescribe, open == .none, !line.beginsWithName, text.hasWords(text.bytes.indices) {
      lines[lines.count - 1].describe(by: line, text, range)
      return
    }
    // Images that are links are advertisements and badges.
    guard line.link != nil, !text.string(text.bytes.indices).isEmpty else { return }
    let entry = isEntry(line) ? Self.entry(line, range) : nil
    if let entry, let last = lines.last?.entry, entry.isPage(of: last) {
      lines[lines.count - 1].add(entry)
      return
    }
    lines.append(Line(entry: entry, hasLink: true))
    mayDescribe = entry != nil && open == .item
  }

  private func isEntry(_ line: EntryLine) -> Bool {
    switch open {
    case .item, .term: line.strength == .strong || line.strength == .weak
    case .none, .description, .cell, .header:
      line.strength == .strong && line.description != nil && line.shape != .text && line.shape != .label
    }
  }

  private static func entry(_ line: EntryLine, _ range: SourceRange) -> Entry {
    Entry(
      title: line.title, link: line.link, furtherLinks: line.furtherLinks, description: line.description,
      tags: line.tags, children: [], shape: .html, range: range)
  }

  private mutating func endRow(at end: Int) {
    guard let first = cells.first else { return }
    if isHeader {
      columns = TableColumns(header: cells.map { $0.text.string($0.text.bytes.indices) })
      if columns.isNamed { return }
    }
    let range = SourceRange(first.range.lowerBound, end)
    let reading = RowEntry(cells, columns, range: range)
    let hasLink = cells.contains { cell in
      cell.text.links.contains { !cell.text.string(cell.text.bytes.indices).isEmpty && !$0.isFragment }
    }
    let isEntry = (!reading.isBare || columns.isNamed) && reading.entry != nil
    lines.append(Line(entry: isEntry ? reading.entry : nil, hasLink: hasLink))
  }
}
