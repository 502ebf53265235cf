public import Source

/// One item of a list: usually a link with a description.
///
/// An immutable class, because rules and reports share the thousands of entries of a list.
public final class Entry: Sendable {
  /// The text of the primary link; without one, the first words.
  public let title: String
  /// The primary link; nil for a label over other entries, and if it is missing.
  public let link: ListLink?
  /// The other links, also those in the description, in the order of the text.
  public let furtherLinks: [ListLink]
  public let description: Description?
  /// Short words as code after the description, such as a licence or a language.
  public let tags: [String]
  /// The entries nested below.
  public let children: [Entry]
  public let shape: EntryShape
  /// From the entry's marker to the end of its last part.
  public let range: SourceRange

  init(
    title: String, link: ListLink?, furtherLinks: [ListLink], description: Description?, tags: [String],
    children: [Entry], shape: EntryShape, range: SourceRange
  ) {
    self.title = title
    self.link = link
    self.furtherLinks = furtherLinks
    self.description = description
    self.tags = tags.isEmpty ? tags : Self.distinct(tags)
    self.children = children
    self.shape = shape
    self.range = range
  }

  /// The tags with words, each once.
  private static func distinct(_ tags: [String]) -> [String] {
    var found: Set<String> = []
    return tags.filter { !$0.utf8.allSatisfy(\.isASCIIWhitespace) && found.insert($0).inserted }
  }

  /// The primary link's address.
  public var url: String? { link?.url }

  /// Whether the title only says what kind of page the link leads to, so that the entry is a part of another one.
  var isPage: Bool {
    guard let link, children.isEmpty else { return false }
    return PageLabel.isPage(title, of: link.url) && !title.isEmpty
  }

  /// The offset of the entry's first character after its marker.
  public func contentStart(in source: SourceText) -> Int {
    let bytes = source.bytes(in: range)
    var index = bytes.startIndex
    while index < bytes.endIndex, !bytes[index].isSpaceOrTab { index += 1 }
    if index == bytes.endIndex { index = bytes.startIndex }
    while index < bytes.endIndex, bytes[index].isSpaceOrTab { index += 1 }
    return index < bytes.endIndex ? index : range.lowerBound
  }

  /// This entry and its descendants, in the order of the text.
  public var withDescendants: [Entry] {
    var result: [Entry] = []
    append(to: &result)
    return result
  }

  func append(to result: inout [Entry]) {
    result.append(self)
    for child in children { child.append(to: &result) }
  }
}

/// An entry's text about its subject.
public struct Description: Sendable {
  /// The visible text, in one line.
  public let text: String
  /// The text's bytes, without a separator or a quote's `>` at the start.
  public let range: SourceRange
}
