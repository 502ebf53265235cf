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

  /// Appends the entries of the section and its subsections, parents before their children.
  func appendEntries(to result: inout [Entry]) {
    for element in elements { element.appendEntries(to: &result) }
    for section in sections { section.appendEntries(to: &result) }
  }

  /// Appends the section and all below it, in the order of the text.
  func append(to result: inout [Section]) {
    result.append(self)
    for section in sections { section.append(to: &result) }
  }

  /// What the section says about the project around the list, or about other lists; nil for a section of the list itself.
  public var footer: Footer? { Footer(title: title) }

  /// Whether the section is about the project around the list: how to contribute, its licence, notes.
  public var isFooter: Bool { footer.map { $0 != .related } ?? false }

  /// Whether nothing but contents lists stands below a heading that says so.
  public var isContents: Bool {
    let hasContents = elements.contains(where: \.isContents) || sections.contains { $0.holdsContentsOnly }
    return heading.isContents && hasContents && holdsContentsOnly
  }

  private var holdsContentsOnly: Bool {
    elements.allSatisfy { $0.isContents || $0.isComment } && sections.allSatisfy(\.holdsContentsOnly)
  }

  /// Whether nothing but blank lines and comments stands below the heading.
  public var isEmpty: Bool {
    sections.isEmpty && elements.allSatisfy(\.isComment)
  }
}
