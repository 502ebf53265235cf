package import Markdown
package import Source

/// A link of a contents list into its document, in Markdown or HTML.
package struct ContentsLink: Sendable {
  package let text: String
  /// The address without its `#`.
  package let fragment: String
  /// The whole construct; of HTML from the start tag to the end tag.
  package let range: SourceRange
  /// What is between the brackets or tags.
  package let textRange: SourceRange
  /// The address as written in the link; nil for a reference.
  package let destinationRange: SourceRange?
  package let isHTML: Bool

  /// The links in a block, in the order of the text.
  static func all(in block: Block, of list: List) -> [ContentsLink] {
    let markdown = block.links.compactMap { ContentsLink($0) }
    let source = block.sourceText
    let first = list.links.partitioningIndex { $0.range.lowerBound >= block.range.lowerBound }
    let html = list.links[first...].prefix { $0.range.lowerBound < block.range.upperBound }.compactMap {
      ContentsLink($0, in: block.range, of: source)
    }
    return html.isEmpty ? markdown : (markdown + html).sorted { $0.range < $1.range }
  }

  private init?(_ link: Link) {
    guard !link.isImage, let fragment = link.destination.ownFragment, let range = link.range,
      let textRange = link.textRange, link.form == .inline || link.form == .reference
    else { return nil }
    (text, isHTML) = (link.text, false)
    (self.fragment, self.range, self.textRange) = (fragment, range, textRange)
    destinationRange = link.destinationRange
  }

  private init?(_ link: ListLink, in block: SourceRange, of source: SourceText) {
    guard !link.isImage, let fragment = link.fragment, let destination = link.destinationRange,
      source.bytes(in: link.range).first == UInt8(ascii: "<")
    else { return nil }
    let rest = source.bytes(in: SourceRange(link.range.upperBound, block.upperBound))
    guard let end = ["</a>", "</A>"].compactMap({ rest.firstIndex(of: $0, from: rest.startIndex) }).min() else {
      return nil
    }
    (text, isHTML) = (link.text, true)
    self.fragment = fragment
    range = SourceRange(link.range.lowerBound, end + 4)
    textRange = SourceRange(link.range.upperBound, end)
    destinationRange = destination
  }
}

/// An item of a contents list: a link with its place.
package struct ContentsItem: Sendable {
  package let link: ContentsLink
  /// The section that it leads to, if any.
  package let section: Section?
  /// Whether it leads nowhere.
  package let isDead: Bool
  /// The place of its block among those of the contents list.
  package let part: Int
  /// The innermost item of a Markdown list that it begins, and that list; nil in other shapes, and for a further link of an item.
  package let block: Block?
  package let list: Block?
  /// The place of the item above among the items; nil for an outermost one.
  package let parent: Int?
}
