public import Source

/// A part of a list's file; the parts in order are the file.
public struct Part: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case frontMatter = "front-matter"
    /// The list's title, with any HTML block around it.
    case title
    case heading
    /// Images, perhaps as links; in an HTML block with the text beside them.
    case pictures
    case blurb
    case contents
    case entries
    /// Prose: paragraphs and quotes, and lists without links.
    case note
    /// A paragraph of links to the top or to a section.
    case navigation
    /// An HTML element that is only a target for links.
    case anchor
    case comment
    case code
    case divider
    case footnote
    /// Reference definitions.
    case definition
    /// The content of a section about the list itself; see `Footer`.
    case footer
    /// Blank lines and newlines between other parts.
    case blank
    /// Any other text, unchanged.
    case other
  }

  public let kind: Kind
  public let range: SourceRange
}

extension List {
  /// The parts of the file, in order; each byte is in exactly one.
  public var parts: [Part] {
    var builder = PartsBuilder(self)
    return builder.build()
  }
}
