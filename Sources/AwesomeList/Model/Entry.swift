public import Source

/// One thing that a list recommends.
///
/// A value all the same; a class, because a list has thousands, and everybody passes them on and keeps them with what is said of them.
public final class Entry: Sendable {
  /// The text of the primary link; of an entry without one, its first words.
  public let title: String
  /// The link to the thing itself; nil where the entry only labels those below it, or lacks one.
  public let link: ListLink?
  /// The other links, those in the description included, in the order of the text.
  public let furtherLinks: [ListLink]
  public let description: Description?
  /// Short words set as code behind the description: a licence, a language.
  public let tags: [String]
  /// The entries nested below.
  public let children: [Entry]
  public let shape: EntryShape
  /// From the entry's marker to the end of all that belongs to it.
  public let range: SourceRange

  init(
    title: String, link: ListLink?, furtherLinks: [ListLink], description: Description?, tags: [String],
    children: [Entry], shape: EntryShape, range: SourceRange
  ) {
    self.title = title
    self.link = link
    self.furtherLinks = furtherLinks
    self.description = description
    self.tags = tags
    self.children = children
    self.shape = shape
    self.range = range
  }

  /// The primary link's address.
  public var url: String? { link?.url }

  /// The offset of the entry's first character behind its marker.
  public func contentStart(in source: SourceText) -> Int {
    let bytes = source.bytes(in: range)
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var index = bytes.startIndex
    while index < bytes.endIndex, !isBlank(bytes[index]) { index += 1 }
    if index == bytes.endIndex { index = bytes.startIndex }
    while index < bytes.endIndex, isBlank(bytes[index]) { index += 1 }
    return index < bytes.endIndex ? index : range.lowerBound
  }

  /// This entry and all below it, in the order of the text.
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

/// What an entry says about its subject.
public struct Description: Sendable {
  /// The text that a reader sees, in one line.
  public let text: String
  /// The text's bytes, without the separator or the marks of a quote at the start.
  public let range: SourceRange
}
