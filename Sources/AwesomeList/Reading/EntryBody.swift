import Markdown
import Source

/// The part of an entry below its line: a description, links, tags and nested entries.
struct EntryBody {
  private let builder: EntryBuilder
  private(set) var description: Description?
  private(set) var shape: EntryShape?
  private(set) var links: [ListLink] = []
  private(set) var tags: [String] = []
  private(set) var children: [Entry] = []
  /// The links of nested items that only say what kind of page they lead to; also in `links`.
  private var pages: [ListLink] = []

  init(builder: EntryBuilder) {
    self.builder = builder
  }

  mutating func add(_ blocks: ArraySlice<Block>) {
    for block in blocks {
      switch block.kind {
      case .quote, .paragraph:
        links += builder.links(in: block)
        describe(by: block, as: block.kind == .quote ? .quote : .paragraph)
      case .list: addList(block)
      case .html:
        links += builder.html.anchors(in: block.range)
        if description == nil, let found = builder.html.paragraph(in: block.range) {
          description = found
          shape = .paragraph
        }
      default: continue
      }
    }
  }

  private mutating func describe(by block: Block, as shape: EntryShape) {
    guard description == nil, let found = builder.description(block) else { return }
    guard found.text.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    description = found
    self.shape = shape
  }

  private mutating func addList(_ list: Block) {
    if let details = ItemDetails(list, html: builder.html) {
      links += details.links
      tags += details.tags
      return
    }
    let entries = builder.entries(of: list)
    if entries.isEmpty { links += builder.links(in: list) }
    let hasPages = entries.contains(where: \.isPage)
    if description == nil, hasPages || entries.isEmpty { describe(byItemOf: list, mayHaveAnyLabel: hasPages) }
    for entry in entries where !(hasPages ? entry.isLabelled : entry.isDetail) {
      guard entry.isPage, let link = entry.link else {
        children.append(entry)
        continue
      }
      pages.append(link)
      links += [link] + entry.furtherLinks
    }
  }

  /// Takes the text of an item such as `Description: text` as the description, or else that of the first long one with any label.
  private mutating func describe(byItemOf list: Block, mayHaveAnyLabel: Bool) {
    var other: Description?
    for item in list.children {
      guard let first = item.firstChild, first.kind == .paragraph else { continue }
      let text = FlatText(first, html: builder.html)
      guard let name = LeadingName(text, in: text.bytes.indices), text.hasWords(name.rest),
        let start = text.sourceOffset(of: name.rest.lowerBound)
      else { continue }
      let found = Description(
        text: text.string(name.rest), range: SourceRange(start, max(start, first.range.upperBound)))
      if ProjectReader.descriptionTitles.contains(text.string(name.name).lettersAndSpaces) {
        description = found
        break
      }
      let isDetail = ProjectReader.titles.contains(text.string(name.name).lettersAndSpaces)
      let isLong = name.rest.count > Self.longText && first.linkSlice.isEmpty
      if other == nil, mayHaveAnyLabel, !isDetail, isLong { other = found }
    }
    description = description ?? other
    if description != nil { shape = .paragraph }
  }

  /// The bytes of a text that is more than a word or two.
  private static let longText = 24

  /// The entry with this body and a line.
  func entry(_ line: EntryLine, range: SourceRange) -> Entry {
    if line.link == nil, let entry = entryOfPages(line, range: range) { return entry }
    if !children.isEmpty, line.link == nil || line.labelBeforeBracket != nil { return group(line, range: range) }
    let shape = line.description == nil ? self.shape ?? line.shape : line.shape
    return Entry(
      title: line.title, link: line.link, furtherLinks: links.isEmpty ? line.furtherLinks : line.furtherLinks + links,
      description: line.description ?? description, tags: tags.isEmpty ? line.tags : line.tags + tags,
      children: children, shape: shape, range: range)
  }
}

extension EntryBody {
  /// The entry of a line without a link, whose first link is in an item below: `- Name` over `- [GitHub](u)`.
  private func entryOfPages(_ line: EntryLine, range: SourceRange) -> Entry? {
    guard let link = pages.first, let name = line.nameWithoutLink else { return nil }
    let description = name.description ?? description
    return Entry(
      title: name.title, link: link, furtherLinks: line.furtherLinks + links.filter { $0 != link },
      description: description, tags: line.tags + tags, children: children,
      shape: name.description == nil ? shape ?? .label : .label, range: range)
  }

  /// The entry of a line that is a label over the entries below it.
  private func group(_ line: EntryLine, range: SourceRange) -> Entry {
    let links = ([line.link].compactMap(\.self) + line.furtherLinks + links).sorted { $0.range < $1.range }
    return Entry(
      title: line.labelBeforeBracket ?? line.title, link: nil, furtherLinks: links,
      description: line.shape == .label ? description : line.description ?? description, tags: line.tags + tags,
      children: children, shape: .group, range: range)
  }
}

extension Entry {
  /// Whether this is an item such as `License: MIT`, which says something about the entry above.
  var isDetail: Bool { label.map { ProjectReader.titles.contains($0.lettersAndSpaces) } ?? false }

  /// Whether this is an item with a label and a text, and without a link: beside links to pages, something about the entry above.
  var isLabelled: Bool { label != nil }

  /// The words before the separator of an item without links; nil without a separator.
  private var label: String? {
    guard link == nil, furtherLinks.isEmpty, children.isEmpty else { return nil }
    let text = FlatText(bytes: Array(title.utf8))
    guard let name = LeadingName(text, in: text.bytes.indices), !name.rest.isEmpty else { return nil }
    return text.string(name.name)
  }
}

/// A list below an entry with details instead of entries: tags, badges, a count of stars, links as code.
struct ItemDetails {
  private(set) var links: [ListLink] = []
  private(set) var tags: [String] = []

  /// Reads a list; nil if an item has other text.
  init?(_ list: Block, html: RawHTML) {
    if Self.beginsWithWords(list) { return nil }
    for item in list.children {
      for block in item.children {
        guard block.kind == .paragraph else { return nil }
        let text = FlatText(block, html: html)
        var isCounted = false
        for span in text.spans {
          switch span.kind {
          // A number after a star is a count.
          case .code: if !isCounted { tags.append(text.string(span.bounds)) }
          case .text:
            if text.hasWords(span.bounds) { return nil }
            isCounted = !text.trimmed(span.bounds).isEmpty
          case .link(let index, let isCode):
            let isAddress = text.string(span.bounds) == text.links[index].url
            guard isCode || isAddress || span.bounds.isEmpty else { return nil }
            links.append(text.links[index])
          case .image, .lineBreak: continue
          }
        }
      }
    }
    if tags.isEmpty { return nil }
  }

  /// Whether the first text of a list is certain to be words: a fast check that rules out most lists.
  private static func beginsWithWords(_ list: Block) -> Bool {
    let tree = list.tree
    var index = list.index + 1
    while index < list.index + 1 + Int(tree.nodes[list.index].descendants) {
      let node = tree.nodes[index]
      switch node.kind {
      case .list, .item, .paragraph, .softBreak, .emphasis, .strong: break
      case .text:
        let text = tree.source.bytes(in: node.range)
        return text.contains(where: \.isASCIILetter) && !text.contains(UInt8(ascii: ":"))
      case .link, .image: index += Int(node.descendants)
      default: return false
      }
      index += 1
    }
    return false
  }
}
