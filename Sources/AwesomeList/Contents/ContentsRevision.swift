import Markdown
public import Source

/// The changes that a contents list needs so that it names the sections that it covers.
///
/// Its items keep their order, groups, nesting, texts and links as long as they lead to a section.
public struct ContentsRevision: Sendable {
  public let contents: ContentsList
  /// Added items in the order of their sections, then the others in the order of the text.
  public let changes: [ContentsChange]
  private let source: SourceText

  init(_ contents: ContentsList, _ sections: AnchoredSections, in source: SourceText, depth: Int?) {
    self.contents = contents
    self.source = source
    let mending = ContentsMending(contents, sections)
    let coverage = ContentsCoverage(
      contents, mended: Array(mending.targets.values) + Array(mending.links.values), depth: depth)
    let editor = ContentsEditor(contents, sections, in: source)
    let removed = editor.removed(mending, depth: depth)
    changes =
      editor.additions(of: coverage.added)
      + editor.mended(mending.targets.filter { !removed.contains($0.key) }) + editor.linked(mending.links)
      + editor.removals(of: removed)
  }

  /// The edits that make some of the changes, or all.
  public func edits(of changes: [ContentsChange]? = nil) -> [Edit] {
    let changes = changes ?? self.changes
    var numbers = ContentsNumbers(contents, changes, in: source)
    var insertions: [(offset: Int, text: String)] = []
    for insertion in changes.compactMap(\.insertion) {
      let text = insertion.before + numbers.marker(of: insertion) + insertion.link + insertion.after
      if let index = insertions.firstIndex(where: { $0.offset == insertion.offset }) {
        insertions[index].text += text
      } else {
        insertions.append((insertion.offset, text))
      }
    }
    return changes.flatMap(\.edits) + numbers.edits
      + insertions.map { Edit(SourceRange($0.offset, $0.offset), $0.text) }
  }
}

extension List {
  /// The changes that the contents lists need, one revision a list; `depth` is the levels of sections they should have, nil for as they have.
  public func contentsRevisions(depth: Int? = nil) -> [ContentsRevision] {
    let anchored = AnchoredSections(sections, anchors, in: document.source)
    return contentsLists(with: anchored).map {
      ContentsRevision($0, anchored, in: document.source, depth: $0.chapter == nil ? depth : nil)
    }
  }
}

/// The numbers of a contents list's numbered lists after changes.
struct ContentsNumbers {
  /// The edits of the numbers of items that are there.
  private(set) var edits: [Edit] = []
  /// The numbers of added items, by the place of the list and of the item before them.
  private var added: [String: [Int]] = [:]

  init(_ contents: ContentsList, _ changes: [ContentsChange], in source: SourceText) {
    let numbers = changes.compactMap { $0.insertion?.number }
    let removed = changes.filter { $0.kind == .takenOut }.flatMap(\.edits).map(\.range)
    guard !numbers.isEmpty || !removed.isEmpty else { return }
    var seen: Set<Int> = []
    for list in contents.items.compactMap(\.list) where seen.insert(list.range.lowerBound).inserted {
      guard case .list(let start?, _) = list.kind else { continue }
      let items = list.children.map { Self.number(of: $0, in: source) }
      // Only numbers that count are counted on.
      guard items.enumerated().allSatisfy({ $0.element.map(\.value) == start + $0.offset }) else { continue }
      let place = list.range.lowerBound
      var next = start
      for index in -1..<items.count {
        if index >= 0, let item = items[index] {
          if removed.contains(where: { $0.contains(item.range) }) { continue }
          if item.value != next { edits.append(Edit(item.range, String(next))) }
          next += 1
        }
        for _ in numbers.filter({ $0.list == place && $0.item == index }) {
          added["\(place) \(index)", default: []].append(next)
          next += 1
        }
      }
    }
  }

  /// The number of an added item with its delimiter and space; empty in other lists.
  mutating func marker(of insertion: ContentsInsertion) -> String {
    guard let number = insertion.number else { return "" }
    let key = "\(number.list) \(number.item)"
    guard let value = added[key]?.first else { return "\(number.written)\(number.delimiter)" }
    added[key]?.removeFirst()
    return "\(value)\(number.delimiter)"
  }

  /// The number in an item's marker.
  static func number(of item: Block, in source: SourceText) -> (range: SourceRange, value: Int)? {
    let digits = source.bytes(in: item.range).prefix(while: \.isASCIIDigit)
    guard let value = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    return (SourceRange(digits.startIndex, digits.endIndex), value)
  }
}
