public import Markdown
import Source

extension List {
  /// Reads a document as a curated list; every document is one, if perhaps one without entries.
  public init(_ document: Document) {
    var builder = ListBuilder(document)
    self = builder.build()
  }
}

/// Sorts a document's blocks into title, contents, sections and entries.
struct ListBuilder {
  private let document: Document
  private let html: RawHTML
  private let anchors: Anchors
  private var title: Heading?
  private var contents: Contents?
  private var preamble: [Element] = []
  /// The sections that are not closed yet, the innermost last.
  private var open: [OpenSection] = []
  private var sections: [Section] = []

  private struct OpenSection {
    let heading: Heading
    var elements: [Element] = []
    var sections: [Section] = []
  }

  init(_ document: Document) {
    self.document = document
    self.html = RawHTML(document)
    self.anchors = Anchors(document, html: html)
  }

  mutating func build() -> List {
    var blocks = document.blocks[...]
    while let block = blocks.popFirst() {
      if case .heading(let level) = block.kind {
        begin(Heading(block: block, level: level, anchor: anchors.anchor(of: block)))
      } else if let found = contentsList(block) {
        contents = found
        append(.contents(found))
      } else if case .list = block.kind {
        appendEntries(first: block, following: &blocks)
      } else {
        append(.kept(block))
      }
    }
    close(downTo: 0)
    return List(
      document: document, title: title, blurb: blurb, contents: contents, preamble: preamble,
      sections: sections, links: links, anchors: anchors)
  }

  private var links: [ListLink] {
    (document.links.map { ListLink($0) } + html.links).sorted { $0.range < $1.range }
  }

  // MARK: Sections

  private mutating func begin(_ heading: Heading) {
    if heading.level == 1, title == nil, open.isEmpty, sections.isEmpty {
      title = heading
      return
    }
    close(downTo: open.firstIndex { $0.heading.level >= heading.level } ?? open.count)
    open.append(OpenSection(heading: heading))
  }

  private mutating func close(downTo count: Int) {
    while open.count > count, let last = open.popLast() {
      let section = Section(heading: last.heading, elements: last.elements, sections: last.sections)
      if open.isEmpty { sections.append(section) } else { open[open.count - 1].sections.append(section) }
    }
  }

  private mutating func append(_ element: Element) {
    if open.isEmpty { preamble.append(element) } else { open[open.count - 1].elements.append(element) }
  }

  // MARK: Contents

  /// A list is a contents list when every one of its links leads into the document, and it stands first or under such a heading.
  private func contentsList(_ block: Block) -> Contents? {
    guard contents == nil, case .list = block.kind else { return nil }
    let links = block.links.filter { !$0.isImage }
    guard !links.isEmpty, links.allSatisfy({ $0.destination.hasPrefix("#") }) else { return nil }
    guard let section = open.last else { return Contents(heading: nil, list: block) }
    return section.heading.isContents ? Contents(heading: section.heading, list: block) : nil
  }

  // MARK: Entries

  private mutating func appendEntries(first: Block, following blocks: inout ArraySlice<Block>) {
    var run = EntryRun(list: first)
    while let next = blocks.first, run.accepts(next) {
      blocks.removeFirst()
    }
    for element in run.elements { append(element) }
  }

  // MARK: Blurb

  private var blurb: Blurb? {
    for case .kept(let block) in preamble {
      switch block.kind {
      case .paragraph, .quote:
        let text = EmojiAffix.trim(Self.text(of: block)[...])
        if !text.isEmpty { return Blurb(text: String(text), range: block.range) }
      default: continue
      }
    }
    return nil
  }

  static func text(of block: Block) -> String {
    let children = block.children
    return children.isEmpty ? block.text : children.map(text(of:)).joined(separator: " ")
  }
}
