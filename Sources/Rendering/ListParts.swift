import AwesomeList
import Markdown
import Source

/// A piece of a list that is rendered as a whole.
struct ListPart {
  enum Kind {
    case block(Block)
    /// Items in an order that is not the source's, with the quotes that describe them.
    case described([DescribedItem])
    /// Lines that no block holds: a reference definition, or text that the parser drops.
    case lines([String])
    /// The contents list; whether a heading for it stands in the list already.
    case contents(hasHeading: Bool)
  }

  let kind: Kind
  /// Whether no blank line divides it from the part before it.
  var isAttached = false
}

/// The parts of a list in the order in which they are rendered.
struct ListParts {
  private(set) var parts: [ListPart] = []

  private let list: List
  private let contents: ContentsOption
  /// Where the blocks start that stand directly below the block before them: an entry and the quote that describes it.
  private let attached: Set<Int>
  /// The items of runs that are rendered in another order, by the offset at which the run starts.
  private let reordered: [Int: [DescribedItem]]
  /// Where the blocks of those runs start.
  private let covered: Set<Int>
  /// Where the contents list starts that is written anew or left out; nil where there is none, or one with words of its own.
  private let generatedContents: Int?
  /// Where the heading starts that goes with it.
  private let removableHeading: Int?
  private var definitions: ArraySlice<LinkDefinition>
  /// The offset behind what was rendered last.
  private var position: Int

  init(_ list: List, contents: ContentsOption, order: EntryOrder) {
    let runs = list.runs
    let found = runs.compactMap { run in order.described(run).map { (run: run, items: $0) } }
    reordered = Dictionary(found.map { ($0.run[0].range.lowerBound, $0.items) }) { first, _ in first }
    covered = Set(found.flatMap { $0.run.dropFirst().map(\.range.lowerBound) })
    generatedContents = list.contents.flatMap { $0.isGenerated ? $0.list.range.lowerBound : nil }
    removableHeading = list.removableContentsHeading?.range.lowerBound
    self.list = list
    self.contents = contents
    self.definitions = list.document.definitions[...]
    self.position = list.document.frontMatter?.upperBound ?? list.document.source.contentStart
    self.attached = Self.attachedBlocks(of: list)
    let firstSection = list.sections.first?.heading.range.lowerBound
    for block in list.document.blocks {
      takeDefinitions(before: block.range.upperBound)
      takeGap(before: block.range.lowerBound)
      if block.range.lowerBound == firstSection, contents == .always, list.contents == nil {
        parts.append(ListPart(kind: .contents(hasHeading: false)))
      }
      take(block)
      position = max(position, block.range.upperBound)
    }
    takeDefinitions(before: .max)
    takeGap(before: list.document.source.bytes.count)
  }

  private mutating func take(_ block: Block) {
    let start = block.range.lowerBound
    if let items = reordered[start] {
      parts.append(ListPart(kind: .described(items)))
    } else if covered.contains(start) {
      return
    } else if start == generatedContents {
      if contents != .never { parts.append(ListPart(kind: .contents(hasHeading: true))) }
    } else if contents != .never || start != removableHeading {
      parts.append(ListPart(kind: .block(block), isAttached: attached.contains(start)))
    } else if let anchor = ListComposer.contentsAnchor(of: list) {
      parts.append(ListPart(kind: .lines([anchor])))
    }
  }

  private mutating func takeDefinitions(before end: Int) {
    var isFirst = true
    while let definition = definitions.first, definition.range.lowerBound < end {
      takeGap(before: definition.range.lowerBound)
      let lines = InlineText.lines(in: list.document.source, range: definition.range, quoteDepth: .max)
      parts.append(ListPart(kind: .lines([lines.joined(separator: " ")]), isAttached: !isFirst))
      position = max(position, definition.range.upperBound)
      definitions.removeFirst()
      isFirst = false
    }
  }

  /// Keeps text between blocks that is not blank, such as a footnote that nothing refers to.
  private mutating func takeGap(before end: Int) {
    guard position < end else { return }
    let source = list.document.source
    let text = source[SourceRange(position, end)].split(separator: "\n", omittingEmptySubsequences: false)
    let kept = text.map(\.trimmedEnd).drop { $0.isEmpty }.droppingBlankEnd
    if kept.contains(where: { $0.contains { $0 != ">" && !$0.isWhitespace } }) {
      parts.append(ListPart(kind: .lines(kept)))
    }
    position = end
  }

  private static func attachedBlocks(of list: List) -> Set<Int> {
    Set(
      list.runs.filter { $0.allSatisfy(\.isListOrQuote) }.flatMap { blocks -> [Int] in
        // A numbered item cannot stand directly below a quote: it would be read as the quote's next line.
        let isNumbered = blocks.contains { if case .list(start: .some, isTight: _) = $0.kind { true } else { false } }
        return isNumbered ? [] : blocks.dropFirst().map(\.range.lowerBound)
      })
  }
}

extension List {
  /// The blocks of each run of entries.
  fileprivate var runs: [[Block]] {
    (preamble + allSections.flatMap(\.elements)).compactMap { element in
      if case .entries(_, let blocks) = element { blocks } else { nil }
    }
  }
}

extension Block {
  fileprivate var isListOrQuote: Bool {
    switch kind {
    case .list, .quote: true
    default: false
    }
  }
}

extension BidirectionalCollection<String> {
  /// The lines without empty ones at the end.
  var droppingBlankEnd: [String] {
    var lines = Array(self)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
