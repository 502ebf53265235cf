public import Markdown
public import Source

/// A curated list: what its Markdown means to its readers.
///
/// Blocks that are no part of a title, blurb, contents list, heading or entry are kept as they stand.
public struct List: Sendable {
  /// The document that the list was read from.
  public let document: Document
  /// The list's name: the first heading of level 1; nil where there is none.
  public let title: Heading?
  /// The first words about the list's subject; nil where there are none before the first section.
  public let blurb: Blurb?
  /// The contents list; nil where there is none.
  public let contents: Contents?
  /// What stands before the first section, the title's heading aside.
  public let preamble: [Element]
  /// The outermost sections, in the order of the text.
  public let sections: [Section]
  /// Every link and image of the document, those in raw HTML included, in the order of the text.
  public let links: [ListLink]
  /// What the links of the document can point at.
  public let anchors: Anchors

  /// The destinations of all links, images and reference definitions as they are written.
  public var destinationRanges: [SourceRange] {
    links.compactMap(\.destinationRange) + document.definitions.map(\.destinationRange)
  }

  /// Every entry in the order of the text, parents before their children.
  public let entries: [Entry]
  /// Every section in the order of the text, parents before their children.
  public let allSections: [Section]

  /// The entries that stand in no section.
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

/// The text in which a list says what it is about.
public struct Blurb: Sendable {
  /// The text that a reader sees.
  public let text: String
  public let range: SourceRange
}

/// A list of links to the document's own sections.
public struct Contents: Sendable {
  /// The heading above it; nil where it has none.
  public let heading: Heading?
  /// The list of links.
  public let list: Block
  /// Whether it has links into the document and no others, images included: such a list can be written anew from the sections.
  public let isInternal: Bool
}
