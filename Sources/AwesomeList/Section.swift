import Source

/// A heading with what stands below it, up to the next heading of its level or a higher one.
public struct Section: Sendable {
  public let heading: Heading
  /// What stands before the first subsection.
  public let elements: [Element]
  public let sections: [Section]

  public var title: String { heading.title }
  public var emoji: String? { heading.emoji }
  public var level: Int { heading.level }
  public var anchor: String { heading.anchor }

  /// The entries directly in the section, without those of its subsections.
  public var entries: [Entry] { elements.flatMap(\.entries) }

  /// The entries of the section and its subsections, children not listed apart.
  var allEntries: [Entry] { entries + sections.flatMap(\.allEntries) }

  var withDescendants: [Section] { [self] + sections.flatMap(\.withDescendants) }

  /// Whether the section is about the project around the list: how to contribute, its licence, notes.
  public var isFooter: Bool {
    [
      "contributing", "contribute", "contribution", "contributors", "license", "licence", "footnotes",
      "code of conduct",
    ]
    .contains(title.lowercased())
  }

  /// Whether nothing but blank lines and comments stands below the heading.
  public var isEmpty: Bool {
    sections.isEmpty && elements.allSatisfy(\.isComment)
  }
}
