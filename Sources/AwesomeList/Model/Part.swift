public import Source

/// A stretch of a list's file that is one thing; the parts of a list, in order, are the file.
public struct Part: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case frontMatter = "front-matter"
    /// The list's title, with the block of HTML around it, if there is one.
    case title
    case heading
    /// Images, each perhaps a link; in a block of HTML with what is written beside them.
    case pictures
    case blurb
    case contents
    case entries
    /// Prose: paragraphs and quotes, and lists without links.
    case note
    /// A paragraph of links to the top or to a section.
    case navigation
    /// An element of HTML that is only there to be linked to.
    case anchor
    case comment
    case code
    case divider
    case footnote
    /// Reference definitions.
    case definition
    /// What stands in a section about the project around the list.
    case footer
    /// Blank lines and line ends between the others.
    case blank
    /// What is none of the others, kept as it stands.
    case other
  }

  public let kind: Kind
  public let range: SourceRange
}

extension List {
  /// The parts of the file: each byte belongs to exactly one, and in this order they are the file.
  public var parts: [Part] {
    var builder = PartsBuilder(self)
    return builder.build()
  }
}
