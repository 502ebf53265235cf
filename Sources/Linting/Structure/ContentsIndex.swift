import AwesomeList
import Diagnostics
import Markdown
import Source

/// A contents list with the sections that its items lead to.
struct ContentsIndex {
  /// An item that leads to a section.
  struct Item {
    let text: String
    let textRange: SourceRange
    /// Whether the text has no marks in it.
    let isPlain: Bool
    let section: Section
    /// The list's item, from its marker to the end of what is nested below.
    let block: Block
  }

  let items: [Item]
  /// The sections that should have an item and have none.
  let missing: [Section]
  private let context: RuleContext
  /// Where each section stands among its siblings, by the start of its heading.
  private let places: [Int: (siblings: [Section], position: Int)]

  init(_ contents: Contents, _ context: RuleContext) {
    let sections = Dictionary(context.index.sections.map { ($0.anchor, $0) }, uniquingKeysWith: { first, _ in first })
    let items = Self.itemBlocks(contents.list).compactMap { Self.item($0, sections) }
    let linked = Set(items.map { $0.section.heading.range })
    // An item may lead to an anchor of its own, or to a dead one, which is another rule's business.
    let names = Set(contents.list.links.map { $0.text.lettersAndDigits })
    self.items = items
    self.context = context
    let isListed = { (section: Section) in
      linked.contains(section.heading.range) || names.contains(section.title.lettersAndDigits)
    }
    // The sections before the contents list are not in it.
    let outermost = context.subjectSections.filter { $0.heading.range.lowerBound > contents.list.range.lowerBound }
    let isUsed = outermost.contains { isListed($0) || $0.sections.contains(where: isListed) }
    missing = isUsed ? Self.missing(outermost, isListed, isOutermost: true) : []
    places = missing.isEmpty ? [:] : Self.places(in: context)
  }

  private static func places(in context: RuleContext) -> [Int: (siblings: [Section], position: Int)] {
    var places: [Int: (siblings: [Section], position: Int)] = [:]
    for siblings in [context.list.sections] + context.index.sections.map(\.sections) {
      for (position, section) in siblings.enumerated() {
        let start = section.heading.range.lowerBound
        if places[start] == nil { places[start] = (siblings, position) }
      }
    }
    return places
  }

  private static func missing(
    _ siblings: [Section], _ isListed: (Section) -> Bool, isOutermost: Bool
  ) -> [Section] {
    let isWanted = isOutermost || siblings.contains(where: isListed)
    return siblings.flatMap { section -> [Section] in
      let below = missing(section.sections, isListed, isOutermost: false)
      let isReached = isListed(section) || section.sections.contains(where: isListed)
      return (isWanted && !isReached && !section.isEmpty ? [section] : []) + below
    }
  }

  private static func itemBlocks(_ list: Block) -> [Block] {
    list.children.flatMap { item in
      [item]
        + item.children.flatMap { child -> [Block] in
          if case .list = child.kind { itemBlocks(child) } else { [] }
        }
    }
  }

  private static func item(_ block: Block, _ sections: [String: Section]) -> Item? {
    guard let paragraph = block.children.first, paragraph.kind == .paragraph,
      let link = paragraph.links.first(where: { !$0.isImage }), let range = link.textRange,
      let section = sections[Anchors.target(of: String(link.destination.dropFirst()))]
    else { return nil }
    let isPlain = paragraph.inlines.first { $0.link?.range == link.range }.map {
      $0.children.allSatisfy { $0.kind == .text }
    }
    return Item(text: link.text, textRange: range, isPlain: isPlain ?? false, section: section, block: block)
  }

  /// The edit that adds an item behind that of the section before; nil where that has none on the same level.
  func insertion(of section: Section) -> Fix? {
    guard !section.title.contains(where: { "[]<>*_`\\&".contains($0) }),
      let (siblings, position) = places[section.heading.range.lowerBound]
    else { return nil }
    let before = siblings.prefix(position)
    let starts = Set(before.map(\.heading.range.lowerBound))
    guard let neighbour = items.last(where: { starts.contains($0.section.heading.range.lowerBound) }),
      missing.first(where: { sibling in
        siblings.contains { $0.heading.range == sibling.heading.range }
      })?.heading.range == section.heading.range || neighbour.section.heading.range == before.last?.heading.range
    else { return nil }
    let source = context.source
    let line = source.line(source.lineIndex(at: neighbour.block.range.lowerBound))
    let linkStart = max(neighbour.textRange.lowerBound - 1, line.lowerBound)
    let marker = source[SourceRange(line.lowerBound, linkStart)]
    guard marker.allSatisfy({ " \t-*+".contains($0) }) else { return nil }
    let end = neighbour.block.range.upperBound
    let item = "\(context.lineEnd)\(marker)[\(section.title)](#\(section.anchor))"
    // The neighbour's marker is a part of the fix, so that no other fix changes it at the same time.
    return .safe(
      Edit(SourceRange(line.lowerBound, linkStart), marker), Edit(SourceRange(end, end), item))
  }
}

extension String {
  /// The letters and digits of a name, in lower case.
  var lettersAndDigits: String {
    var plain: [UInt8] = []
    for byte in utf8 {
      guard byte < 0x80 else { return lowercased().filter { $0.isLetter || $0.isNumber } }
      if byte.isASCIILetter || (0x30...0x39).contains(byte) { plain.append(byte.asciiLowercased) }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
