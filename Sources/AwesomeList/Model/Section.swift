import Source

/// A heading with its content, up to the next heading of the same or a higher level.
public struct Section: Sendable {
  public let heading: Heading
  /// The content before the first subsection.
  public let elements: [Element]
  public let sections: [Section]

  public var title: String { heading.title }
  public var emoji: String? { heading.emoji }
  public var level: Int { heading.level }
  public var anchor: String { heading.anchor }

  /// The entries directly in the section, without those of its subsections.
  public var entries: [Entry] { elements.flatMap(\.entries) }

  /// Appends the entries of the section and its subsections, parents before children.
  func appendEntries(to result: inout [Entry]) {
    for element in elements { element.appendEntries(to: &result) }
    for section in sections { section.appendEntries(to: &result) }
  }

  /// Appends the section and its subsections, in the order of the text.
  func append(to result: inout [Section]) {
    result.append(self)
    for section in sections { section.append(to: &result) }
  }

  /// The topic of a section about the list itself or other lists; otherwise nil.
  public var footer: Footer? { Footer(title: title) }

  /// Whether the section is about the list itself, such as contributing or its licence.
  public var isFooter: Bool { footer.map { $0 != .related } ?? false }

  /// Whether the section is named as a contents list and consists of one.
  public var isContents: Bool {
    let hasContents = elements.contains(where: \.isContents) || sections.contains { $0.holdsContentsOnly }
    return heading.isContents && hasContents && holdsContentsOnly
  }

  private var holdsContentsOnly: Bool {
    elements.allSatisfy { $0.isContents || $0.isComment } && sections.allSatisfy(\.holdsContentsOnly)
  }

  /// Whether there are only blank lines and comments below the heading.
  public var isEmpty: Bool {
    sections.isEmpty && elements.allSatisfy(\.isComment)
  }
}
