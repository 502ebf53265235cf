import Markdown
public import Source

/// Adjacent entries that can change places and so can be in alphabetical order.
public struct EntryGroup: Sendable {
  /// At least one, in the order of the text.
  public let entries: [Entry]
  /// Whether they are items of Markdown lists, not lines, rows, sections or `details` elements.
  public let isList: Bool

  /// From the first entry to the end of the last.
  public var range: SourceRange { entries.reduce(entries[0].range) { $0.union($1.range) } }

  /// The edits that sort the entries, each unchanged, by name.
  public func edits(by order: NameOrder, in source: SourceText) -> [Edit] {
    let keys = entries.map { SortKey($0.title, order) }
    let sorted = entries.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    return zip(entries.indices, sorted).filter { $0 != $1 }.map { target, origin in
      Edit(entries[target].range, source[entries[origin].range])
    }
  }
}

extension List {
  /// The groups of adjacent entries that can be sorted, also those of one entry.
  ///
  /// Entries of raw HTML other than `details` are in no group: the tags between them belong to one of them.
  public var entryGroups: [EntryGroup] {
    let places = ItemPlaces(self)
    let siblings = [looseEntries] + allSections.map(\.entries) + entries.map(\.children)
    return siblings.filter { !$0.isEmpty }.flatMap { places.groups(of: $0) }
  }
}

/// The Markdown lists that contain the entries of a list.
private struct ItemPlaces {
  private struct Place {
    /// The list that contains the item.
    let list: SourceRange
    /// Whether all of its items are entries that can change places.
    let isSortable: Bool
  }

  private let source: SourceText
  /// By the offset of the item.
  private var places: [Int: Place] = [:]

  init(_ list: List) {
    source = list.document.source
    let starts = Set(list.entries.map(\.range.lowerBound))
    let fixed = Self.fixedEntries(of: list, starts)
    for block in list.document.allBlocks where block.isList {
      let isSortable = block.isSortable(starts)
      for item in block.children {
        let start = item.range.lowerBound
        places[start] = Place(list: block.range, isSortable: isSortable && !fixed.contains(start))
      }
    }
  }

  func groups(of siblings: [Entry]) -> [EntryGroup] {
    var groups: [[Entry]] = []
    for entry in siblings {
      if let last = groups.last?.last, continues(last, entry) {
        groups[groups.count - 1].append(entry)
      } else {
        groups.append([entry])
      }
    }
    return groups.filter(isSortable).map { entries in
      EntryGroup(entries: entries, isList: places[entries[0].range.lowerBound] != nil)
    }
  }

  /// Whether only white space separates two entries, which are in one list unless the first has a description between two lists.
  private func continues(_ last: Entry, _ entry: Entry) -> Bool {
    let (old, new) = (places[last.range.lowerBound]?.list, places[entry.range.lowerBound]?.list)
    let isDescribed = new != nil && old.map { $0.upperBound < last.range.upperBound } ?? false
    guard old == new || isDescribed, last.range.upperBound <= entry.range.lowerBound,
      headingLevel(of: last) == headingLevel(of: entry)
    else { return false }
    return source.bytes(in: SourceRange(last.range.upperBound, entry.range.lowerBound)).allSatisfy { $0 <= 0x20 }
  }

  /// The number of `#` at the start of an entry with a heading: one of another level is not adjacent.
  private func headingLevel(of entry: Entry) -> Int {
    entry.shape == .heading ? source.bytes(in: entry.range).prefix { $0 == UInt8(ascii: "#") }.count : 0
  }

  private func isSortable(_ group: [Entry]) -> Bool {
    group.allSatisfy { places[$0.range.lowerBound]?.isSortable ?? isWhole($0) } && !isNumbered(group)
      && !sharesAnchors(group)
  }

  /// Whether headings share an anchor: GitHub numbers the second, so its anchor would change.
  private func sharesAnchors(_ group: [Entry]) -> Bool {
    let anchors = group.filter { $0.shape == .heading }.map { entry in
      var slugger = Slugger()
      return slugger.anchor(for: entry.title)
    }
    return Set(anchors).count < anchors.count
  }

  /// Whether an entry that is not an item can be moved.
  private func isWhole(_ entry: Entry) -> Bool {
    entry.shape != .html && TagBalance.holds(for: source.bytes(in: entry.range))
  }

  /// Whether these are rows with numbers in the first cells, up or down, so that another order is meant.
  private func isNumbered(_ group: [Entry]) -> Bool {
    guard group.count > 1, group.allSatisfy({ $0.shape == .row }) else { return false }
    let numbers = group.map(number)
    let steps = Set(
      zip(numbers, numbers.dropFirst()).map { first, second in first.flatMap { n in second.map { $0 &- n } } })
    return steps == [1] || steps == [-1]
  }

  /// The number before a row's link.
  private func number(of row: Entry) -> Int? {
    guard let link = row.link?.range, link.lowerBound > row.range.lowerBound else { return nil }
    let before = source[SourceRange(row.range.lowerBound, link.lowerBound)]
    return Int(String(before.unicodeScalars.filter { !"|#. \t".unicodeScalars.contains($0) }))
  }

  /// The offsets of entries with more than a quote below their list, which would not move with the entry.
  private static func fixedEntries(of list: List, _ starts: Set<Int>) -> Set<Int> {
    var fixed: Set<Int> = []
    for case .entries(let entries, let blocks) in list.preamble + list.allSections.flatMap(\.elements) {
      guard blocks.count > 1, !blocks.allSatisfy({ $0.kind == .quote || $0.isSortable(starts) }) else { continue }
      fixed.formUnion(entries.map(\.range.lowerBound))
    }
    return fixed
  }
}

extension Block {
  /// Whether this is a list of entries without numbers, which would mean another order.
  fileprivate func isSortable(_ starts: Set<Int>) -> Bool {
    guard case .list(start: nil, isTight: _) = kind else { return false }
    return children.allSatisfy { starts.contains($0.range.lowerBound) }
  }
}
