import AwesomeList
import Markdown

extension Contents {
  /// Whether the list says no more than a generated one would, so that it can be written anew.
  var isGenerated: Bool { list.isListOfSections }
}

extension Block {
  /// Whether this is a list whose every item is one link of text into the document, and items like it below.
  ///
  /// An item with words of its own, an image or another address would lose them.
  var isListOfSections: Bool {
    guard case .list = kind else { return false }
    return children.allSatisfy { item in
      let blocks = item.children
      guard let first = blocks.first, first.kind == .paragraph else { return false }
      let inlines = first.inlines.filter { !($0.kind == .text && $0.text.allSatisfy(\.isWhitespace)) }
      guard inlines.count == 1, let link = inlines[0].link, !link.isImage, link.destination.hasPrefix("#"),
        first.links.count == 1, !link.text.isEmpty
      else { return false }
      return blocks.dropFirst().allSatisfy(\.isListOfSections)
    }
  }
}

extension List {
  /// The heading that goes with the contents list when that goes: it has nothing else below it.
  var removableContentsHeading: Heading? {
    guard let contents, contents.isGenerated, let heading = contents.heading,
      let section = allSections.first(where: { $0.heading.range == heading.range })
    else { return nil }
    return section.sections.isEmpty && section.elements.count == 1 ? heading : nil
  }
}
