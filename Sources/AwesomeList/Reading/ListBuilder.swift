public import Markdown
public import Source

extension List {
  /// Reads a Markdown text as a curated list; throws where the text cannot be parsed.
  public init(_ source: SourceText) throws(MarkdownError) {
    self.init(try Document(source))
  }

  /// Reads a document as a curated list, perhaps one without entries.
  public init(_ document: Document) {
    var builder = ListBuilder(document)
    self = builder.build()
  }
}

/// Builds a list from a document's blocks: title, contents, sections and entries.
struct ListBuilder {
  private let document: Document
  private let html: RawHTML
  private let anchors: Anchors
  private let links: [ListLink]
  private let entryBuilder: EntryBuilder
  private let hasSections: Bool
  private var finder = ContentsFinder()
  private var title: Heading?
  /// The contents lists in usual places.
  private var contents: [Contents] = []
  private var preamble: [Element] = []
  /// The open sections, the innermost last.
  private var open: [OpenSection] = []
  private var sections: [Section] = []

  private struct OpenSection {
    let heading: Heading
    /// Whether the section is about the list itself.
    let isFooter: Bool
    var elements: [Element] = []
    var sections: [Section] = []
  }

  init(_ document: Document) {
    let scan = DocumentScan(document)
    self.document = document
    html = scan.html
    anchors = scan.anchors
    links = scan.links
    entryBuilder = scan.entryBuilder
    hasSections = document.blocks.count(where: \.isHeading) > 1
  }

  mutating func build() -> List {
    var blocks = document.blocks[...]
    while !blocks.isEmpty { consume(from: &blocks) }
    close(downTo: 0)
    let found = HeadingEntries(sections, listed: finder.fragments, builder: entryBuilder)
    preamble += found.elements
    return List(
      document: document, title: title, blurb: BlurbFinder(html: html).blurb(title: title, preamble: preamble),
      contents: documentContents(in: found.sections), preamble: preamble, sections: found.sections, links: links,
      anchors: anchors)
  }

  /// Consumes the next block and those that belong to it.
  private mutating func consume(from blocks: inout ArraySlice<Block>) {
    guard let block = blocks.first else { return }
    switch block.kind {
    case .heading(let level):
      begin(Heading(block: block, level: level, anchor: anchors.anchor(at: block.range.lowerBound)))
    case .list:
      if appendContents(block) { break }
      if consumeRun(from: &blocks) { return }
      append(.kept(block))
    case .quote:
      consumeQuotes(from: &blocks)
      return
    case .paragraph:
      if consumeParagraphs(from: &blocks) { return }
      append(entries(in: block), of: block)
    case .html:
      if beginHTMLHeading(block) || beginHTMLSections(block) { break }
      if consumeDetails(from: &blocks) { return }
      append(entries(in: block), of: block)
    default:
      append(entries(in: block), of: block)
    }
    finder.note(block, html: html)
    blocks.removeFirst()
  }

  // MARK: Sections

  private mutating func begin(_ heading: Heading) {
    if heading.level == 1, title == nil, open.isEmpty, sections.isEmpty {
      title = heading
      return
    }
    close(downTo: open.firstIndex { $0.heading.level >= heading.level } ?? open.count)
    let isFooter = Footer(title: heading.title).map { $0 != .related } ?? false
    open.append(OpenSection(heading: heading, isFooter: isFooter))
  }

  private mutating func beginHTMLHeading(_ block: Block) -> Bool {
    let tokens = html.tokens(in: block.range)
    var found = HTMLHeading.only(in: tokens)
    if found == nil, title == nil, open.isEmpty, sections.isEmpty {
      found = HTMLHeading.all(in: tokens).first { $0.level == 1 && !$0.text.isEmpty }
    }
    guard let found else { return false }
    let anchor = anchors.anchor(at: found.range.lowerBound)
    begin(Heading(block: block, words: found.text, level: found.level, anchor: anchor))
    return true
  }

  /// Begins the sections of a block of raw HTML that has headings with entries below them.
  private mutating func beginHTMLSections(_ block: Block) -> Bool {
    let sections = isInFooter ? [] : HTMLSections.sections(of: html.tokens(in: block.range))
    // Above the first section, headings of lower levels belong to thanks and advertisements.
    guard let first = sections.first?.heading, first.level <= 2 || !open.isEmpty else { return false }
    for (heading, entries) in sections {
      let anchor = anchors.anchor(at: heading.range.lowerBound)
      begin(Heading(block: block, words: heading.text, level: heading.level, anchor: anchor))
      if !entries.isEmpty { append(entries, of: block) }
    }
    return true
  }

  private mutating func close(downTo count: Int) {
    while open.count > count, let last = open.popLast() {
      let found = HeadingEntries(last.sections, listed: finder.fragments, builder: entryBuilder)
      let section = Section(heading: last.heading, elements: last.elements + found.elements, sections: found.sections)
      if open.isEmpty { sections.append(section) } else { open[open.count - 1].sections.append(section) }
    }
  }

  private mutating func append(_ element: Element) {
    if open.isEmpty { preamble.append(element) } else { open[open.count - 1].elements.append(element) }
  }

  private mutating func append(_ entries: [Entry], of block: Block) {
    append(entries.isEmpty ? .kept(block) : .entries(entries, blocks: [block]))
  }

  // MARK: Contents

  /// Appends a list of links into the document; the first in a usual place is the list's contents.
  private mutating func appendContents(_ block: Block) -> Bool {
    guard let links = ContentsFinder.links(of: block, html: html) else { return false }
    let heading = open.last?.heading
    let isNamed = heading?.isContents ?? false
    let isPlaced = isNamed || finder.isAnnounced || open.isEmpty
    guard links.isInternal || links.isMostlyInternal && isPlaced else { return false }
    let found = Contents(
      heading: isNamed ? heading : nil, list: block, isInternal: links.isInternal && links.isPlain)
    if isPlaced { contents.append(found) }
    finder.add(block)
    append(.contents(found))
    return true
  }

  /// The first contents list that is the whole document's, not a chapter's.
  private func documentContents(in sections: [Section]) -> Contents? {
    var anchored: AnchoredSections?
    return contents.first { contents in
      let path = ContentsScope.path(to: contents.list.range.lowerBound, in: sections)
      if path.isEmpty || path.count == 1 && path[0].sections.isEmpty { return true }
      let index = anchored ?? AnchoredSections(sections, anchors, in: document.source)
      anchored = index
      let targets = contents.list.links.compactMap { link in
        link.destination.ownFragment.flatMap { index.section(at: $0, named: link.text)?.start }
      }
      return ContentsScope(of: targets, at: contents.list.range, below: contents.heading, in: sections).chapter == nil
    }
  }

  // MARK: Entries

  /// Whether the current section is about the list itself, so that it has no entries.
  private var isInFooter: Bool {
    open.contains(where: \.isFooter)
  }

  /// Whether this is before the first section: there, links without descriptions lead to other pages of the project.
  private var isInPreamble: Bool { open.isEmpty && hasSections }

  private mutating func consumeRun(from blocks: inout ArraySlice<Block>) -> Bool {
    guard !isInFooter, let list = blocks.first else { return false }
    var run = EntryRun(list: list, builder: entryBuilder)
    guard !run.entries.isEmpty else { return false }
    var rest = blocks.dropFirst()
    run.consume(from: &rest)
    if isInPreamble, !run.entries.contains(where: { $0.description != nil || !$0.children.isEmpty }) { return false }
    for element in run.elements { append(element) }
    blocks = rest
    return true
  }

  private mutating func consumeDetails(from blocks: inout ArraySlice<Block>) -> Bool {
    guard !isInFooter, let run = DetailsRun(blocks, builder: entryBuilder) else { return false }
    append(.entries(run.entries, blocks: Array(blocks.prefix(run.blockCount))))
    blocks.removeFirst(run.blockCount)
    return true
  }

  /// Consumes the quotes up to the next block of another kind, so that each is read once.
  private mutating func consumeQuotes(from blocks: inout ArraySlice<Block>) {
    let count: Int
    if isInFooter || isInPreamble {
      count = blocks.prefix { $0.kind == .quote }.count
      for quote in blocks.prefix(count) { append(.kept(quote)) }
    } else {
      let run = QuoteRun(blocks, builder: entryBuilder)
      for element in run.elements { append(element) }
      count = run.count
    }
    if let last = blocks.prefix(count).last { finder.note(last, html: html) }
    blocks.removeFirst(count)
  }

  private mutating func consumeParagraphs(from blocks: inout ArraySlice<Block>) -> Bool {
    guard !isInFooter, !isInPreamble, let run = ParagraphRun(blocks, builder: entryBuilder) else { return false }
    append(.entries(run.entries, blocks: run.blocks))
    if let last = run.blocks.last { finder.note(last, html: html) }
    blocks.removeFirst(run.blocks.count)
    return true
  }

  private func entries(in block: Block) -> [Entry] {
    if isInFooter || isInPreamble { return [] }
    switch block.kind {
    case .table: return TableEntries.entries(of: block, html: html)
    case .paragraph: return LineEntries.entries(of: block, html: html)
    case .html: return HTMLEntries.entries(of: html.tokens(in: block.range))
    default: return []
    }
  }
}

extension Block {
  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }

  var isList: Bool {
    if case .list = kind { true } else { false }
  }
}
