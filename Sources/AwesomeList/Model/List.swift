public import Markdown
public import Source

/// A curated list: the title, contents, sections and entries of a Markdown document.
///
/// All other blocks are kept unchanged.
public struct List: Sendable {
  /// The list's document.
  public let document: Document
  /// The list's name: the first heading of level 1.
  public let title: Heading?
  /// The first text about the list's subject, before the first section.
  public let blurb: Blurb?
  public let contents: Contents?
  /// The blocks before the first section, without the title.
  public let preamble: [Element]
  /// The outermost sections, in the order of the text.
  public let sections: [Section]
  /// Every link and image of the document, also in raw HTML, in the order of the text.
  public let links: [ListLink]
  /// The targets for links into the document.
  public let anchors: Anchors

  /// The written destinations of all links, images and reference definitions.
  public var destinationRanges: [SourceRange] {
    links.compactMap(\.destinationRange) + document.definitions.map(\.destinationRange)
  }

  /// Every entry in the order of the text, parents before children.
  public let entries: [Entry]
  /// Every section in the order of the text, parents before children.
  public let allSections: [Section]

  /// The entries before the first section.
  public var looseEntries: [Entry] { preamble.flatMap(\.entries) }

  /// The title and the headings of all sections, in the order of the text.
  public var headings: [Heading] { [title].compactMap(\.self) + allSections.map(\.heading) }

  init(
    document: Document, title: Heading?, blurb: Blurb?, contents: Contents?, preamble: [Element], sections: [Section],
    links: [ListLink], anchors: Anchors
  ) {
    self.document = document
    self.title = title
    self.blurb = blurb
    self.contents = contents
    self.preamble = preamble
    self.sections = sections
    self.links = links
    self.anchors = anchors
    var entries: [Entry] = []
    for element in preamble { element.appendEntries(to: &entries) }
    for section in sections { section.appendEntries(to: &entries) }
    self.entries = entries
    var allSections: [Section] = []
    for section in sections { section.append(to: &allSections) }
    self.allSections = allSections
  }
}

/// The introduction of a list.
public struct Blurb: Sendable {
  /// The visible text.
  public let text: String
  public let range: SourceRange
}

/// A list of links to the document's own sections.
public struct Contents: Sendable {
  /// The heading above it, if any.
  public let heading: Heading?
  /// The list of links.
  public let list: Block
  /// Whether it has only links into the document, and no images: such a list can be regenerated from the sections.
  public let isInternal: Bool
}
