import Markdown
import Source

/// Reads list items as entries.
enum EntryBuilder {
  /// The entries of a list: empty where most items are no entries, as in a list of prose.
  static func entries(of list: Block) -> [Entry] {
    let entries = list.children.map(entry)
    let linked = entries.filter { $0.link != nil || !$0.children.isEmpty }
    return linked.count * 2 >= entries.count && !linked.isEmpty ? entries : []
  }

  private static func entry(_ item: Block) -> Entry {
    let blocks = item.children
    let children = blocks.flatMap { block -> [Entry] in
      if case .list = block.kind { entries(of: block) } else { [] }
    }
    let paragraph = blocks.first.flatMap { $0.kind == .paragraph ? $0 : nil }
    let line = EntryLine(paragraph)
    let further = blocks.dropFirst().filter { $0.kind == .quote || $0.kind == .paragraph }
    var description = line.description
    var shape = line.shape
    if description == nil, let block = further.first {
      description = Self.description(block)
      shape = block.kind == .quote ? .quote : .paragraph
    }
    if line.link == nil, !children.isEmpty { shape = .group }
    return Entry(
      title: line.title, link: line.link, furtherLinks: line.furtherLinks + further.flatMap(links),
      description: description,
      tags: line.tags, children: children, shape: shape, range: item.range)
  }

  /// The text of a quote or paragraph as a description.
  static func description(_ block: Block) -> Description? {
    let text = EmojiAffix.trim(ListBuilder.text(of: block)[...])
    guard !text.isEmpty else { return nil }
    return Description(
      text: String(text), range: block.children.first.map { $0.range.union(block.range.end) } ?? block.range)
  }

  /// The links in a block, images aside.
  static func links(in block: Block) -> [ListLink] {
    block.links.filter { !$0.isImage }.map(ListLink.init)
  }
}

extension SourceRange {
  /// The empty range at the end of this one.
  fileprivate var end: SourceRange { SourceRange(upperBound, upperBound) }
}
