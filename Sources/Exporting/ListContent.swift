import AwesomeList
import Markdown
import Source

/// What a list says besides its entries, in its places: before the first section, in sections, and inside entries.
///
/// Every link of the list is in its entries or here, apart from badges, contents lists and links to the list's own sections.
struct ListContent {
  /// The content before the first section.
  private(set) var preamble: [Content] = []
  /// The content of each section, by the offset of its heading.
  private var bySection: [Int: [Content]] = [:]
  private var byEntry: [ObjectIdentifier: [Content]] = [:]
  /// The links of entries that the list's model has no place for.
  private var moreLinks: [ObjectIdentifier: [ListLink]] = [:]

  private let reader: ContentReader
  private let places: EntryPlaces
  /// The offset of the heading whose section is read; nil before the first.
  private var section: Int?
  /// The entries whose line has been read.
  private var begun: Set<ObjectIdentifier> = []

  init(_ list: List) {
    reader = ContentReader(list)
    places = EntryPlaces(list.entries)
    read(list.preamble)
    for section in list.allSections {
      self.section = section.heading.range.lowerBound
      read(section.elements)
    }
    addMissingLinks(of: list)
  }

  func contents(of section: Section) -> [Content] { bySection[section.heading.range.lowerBound] ?? [] }

  func contents(of entry: Entry) -> [Content] { byEntry[ObjectIdentifier(entry)] ?? [] }

  /// The further links of an entry, in the order of the text.
  func links(of entry: Entry) -> [ListLink] {
    guard let more = moreLinks[ObjectIdentifier(entry)] else { return entry.furtherLinks }
    return (entry.furtherLinks + more).sorted { $0.range < $1.range }
  }

  // MARK: Blocks

  private mutating func read(_ elements: [Element]) {
    for element in elements {
      switch element {
      case .contents: continue
      case .kept(let block): add(reader.contents(of: block), to: nil)
      case .entries(_, let blocks): for block in blocks { read(block) }
      }
    }
  }

  /// Reads a block with entries, or of an entry.
  private mutating func read(_ block: Block) {
    let inner = places.entries(startingIn: block.range)
    guard !inner.isEmpty else {
      addRest(block)
      return
    }
    switch block.kind {
    case .list: readItems(of: block)
    case .item, .quote, .footnoteDefinition: for child in block.children { read(child) }
    case .table:
      // The header is about the columns of the entries.
      var rest: [Content] = []
      for row in block.children.dropFirst() {
        if let entry = places.entries(startingIn: row.range).first {
          for cell in row.children { addRest(of: entry, cell) }
        } else {
          rest += reader.contents(of: row)
        }
      }
      add(rest, of: block)
    default:
      begun.formUnion(inner.map { ObjectIdentifier($0) })
      add(reader.contents(of: block, without: inner.map(\.range).joined), to: nil)
    }
  }

  /// Reads a list in which some items are entries; others, one after the other, remain a list.
  private mutating func readItems(of list: Block) {
    var rest: [Content] = []
    for item in list.children {
      if places.entries(startingIn: item.range).isEmpty {
        rest += reader.contents(of: item)
        continue
      }
      add(rest, of: list)
      rest = []
      read(item)
    }
    add(rest, of: list)
  }

  /// Adds the items of a list, or rows of a table, that are not entries.
  private mutating func add(_ parts: [Content], of block: Block) {
    if parts.isEmpty { return }
    add([Content(parts, of: block)], to: places.owner(of: block))
  }

  /// Adds a block without entries, unless it is what its entry already has: the line, description, tags and links.
  private mutating func addRest(_ block: Block) {
    guard let owner = places.owner(of: block) else {
      add(reader.contents(of: block), to: nil)
      return
    }
    // The block that an entry begins with is its line.
    if begun.insert(ObjectIdentifier(owner)).inserted { return }
    addRest(of: owner, block)
  }

  /// Adds a part of an entry, unless it is what the entry already has.
  private mutating func addRest(of entry: Entry, _ block: Block) {
    if let link = entry.link, block.range.contains(link.range) { return }
    if let description = entry.description, description.range.overlaps(block.range) { return }
    add(reader.contents(of: block).filter { $0.hasWords(besides: entry) }, to: entry)
  }

  private mutating func add(_ contents: [Content], to owner: Entry?) {
    if contents.isEmpty { return }
    if let owner {
      byEntry[ObjectIdentifier(owner), default: []] += contents
    } else if let section {
      bySection[section, default: []] += contents
    } else {
      preamble += contents
    }
  }

  // MARK: Links

  /// Adds the links that are in no entry and no content yet, such as those of headings.
  private mutating func addMissingLinks(of list: List) {
    var known: Set<LinkPlace> = []
    for entry in list.entries {
      known.formUnion(([entry.link].compactMap(\.self) + entry.furtherLinks).map(LinkPlace.init))
    }
    let contents = preamble + bySection.values.joined() + byEntry.values.joined()
    known.formUnion(contents.flatMap(\.allRuns).compactMap(\.link).map(LinkPlace.init))
    let headings = list.allSections.map(\.heading.range.lowerBound)
    for (index, link) in list.links.enumerated()
    where !link.isImage && !link.isFragment && !known.contains(LinkPlace(link)) {
      let next = index + 1 < list.links.count ? list.links[index + 1] : nil
      let image = next.flatMap { link.isAround($0) ? $0 : nil }
      if let image, image.isBadge { continue }
      if !link.range.isEmpty, let owner = places.owner(of: link.range.lowerBound) {
        moreLinks[ObjectIdentifier(owner), default: []].append(link)
        continue
      }
      let above = headings.partitioningIndex { $0 > link.range.lowerBound }
      section = above > 0 ? headings[above - 1] : nil
      add([Content(linkTo: link, text: image?.text ?? link.text)], to: nil)
    }
    preamble.sort { $0.offset < $1.offset }
    bySection = bySection.mapValues { $0.sorted { $0.offset < $1.offset } }
  }
}

/// Where a link is: links at one place are the same. A link whose place is unknown is named by its address.
private struct LinkPlace: Hashable {
  private let offset: Int
  private let url: String?

  init(_ link: ListLink) {
    offset = link.range.lowerBound
    url = link.range.isEmpty ? link.url : nil
  }
}

/// The entries of a list by their places.
private struct EntryPlaces {
  /// Parents before children, in the order of the text.
  private let entries: [Entry]
  /// The index of the innermost entry around each.
  private var parents: [Int?] = []

  init(_ entries: [Entry]) {
    self.entries = entries.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var open: [Int] = []
    for (index, entry) in self.entries.enumerated() {
      while let last = open.last, self.entries[last].range.upperBound <= entry.range.lowerBound { open.removeLast() }
      parents.append(open.last)
      open.append(index)
    }
  }

  func entries(startingIn range: SourceRange) -> ArraySlice<Entry> {
    let start = entries.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    let end = entries[start...].partitioningIndex { $0.range.lowerBound >= range.upperBound }
    return entries[start..<end]
  }

  /// The innermost entry that begins before a block and goes beyond its start.
  func owner(of block: Block) -> Entry? {
    let offset = block.range.lowerBound
    return innermost(around: offset, before: entries.partitioningIndex { $0.range.lowerBound >= offset })
  }

  /// The innermost entry around an offset.
  func owner(of offset: Int) -> Entry? {
    innermost(around: offset, before: entries.partitioningIndex { $0.range.lowerBound > offset })
  }

  private func innermost(around offset: Int, before next: Int) -> Entry? {
    var index: Int? = next - 1
    while let current = index, current >= 0 {
      if entries[current].range.upperBound > offset { return entries[current] }
      index = parents[current]
    }
    return nil
  }
}

extension ListLink {
  /// Whether the next link of the list is an image inside this one, and its only text. The range of an HTML link is its start tag.
  fileprivate func isAround(_ next: ListLink) -> Bool {
    next.isImage && (text.isEmpty || text == next.text && range.contains(next.range))
  }
}

extension [SourceRange] {
  /// The sorted ranges without those inside others.
  fileprivate var joined: [SourceRange] {
    reduce(into: []) { result, range in
      if let last = result.last, last.upperBound >= range.upperBound { return }
      result.append(range)
    }
  }
}

extension Content {
  /// Whether there is more than the links and tags of an entry.
  fileprivate func hasWords(besides entry: Entry) -> Bool {
    if kind == .code { return true }
    return runs.contains { run in
      guard run.link == nil, !(run.isCode && entry.tags.contains(run.text)) else { return false }
      // A number is a count of stars.
      return run.text.unicodeScalars.contains { $0.properties.isAlphabetic }
    } || children.contains { $0.hasWords(besides: entry) }
  }
}
