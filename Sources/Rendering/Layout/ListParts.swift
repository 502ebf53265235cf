import AwesomeList
import Markdown
import Source

/// A unit of a list that is rendered as a whole.
struct ListPart {
  enum Kind {
    case block(Block)
    /// A block that is kept as it is.
    case verbatim(Block)
    /// A run of entries in a new order or shape.
    case entries(EntryRunLayout)
    /// Lines outside of blocks: a reference definition, or text that the parser drops.
    case lines([String])
    /// An anchor in place of a heading that is left out.
    case anchor(String)
    /// The contents list; whether the list has a heading for it already.
    case contents(hasHeading: Bool)
  }

  let kind: Kind
  /// The block that it is, if it is one.
  var block: Block? {
    switch kind {
    case .block(let block), .verbatim(let block): block
    default: nil
    }
  }

  /// Whether it follows the part before it without a blank line.
  var isAttached = false
  /// The lines of its block in the source.
  var lines = SourceRange(0, 0)
  /// The lines between it and the part before it, where they are those of the source.
  var gap: [UInt8] = []
}

/// The parts of a list in rendering order.
struct ListParts {
  private(set) var parts: [ListPart] = []
  /// The lines after the last part, where they are those of the source.
  private(set) var end: [UInt8] = []

  private let list: List
  private let contents: RenderOptions.Contents
  /// Whether the lines between blocks stay as they are.
  private let keepsGaps: Bool
  /// The offsets of the blocks that are kept as they are.
  private let verbatim: Set<Int>
  /// The offsets of blocks without a blank line before them: quotes that describe an entry, and lists after them.
  private let attached: Set<Int>
  /// The runs in a new order or shape, by their offsets.
  private let runs: [Int: EntryRunLayout]
  /// The offsets of the other blocks of those runs.
  private let covered: Set<Int>
  /// The offset of the contents list to leave out, if any.
  private let removedContents: Int?
  /// The heading to leave out with it.
  private let removableHeading: Heading?
  private let text: EditedSource
  private var definitions: ArraySlice<LinkDefinition>
  /// The offset after the last part.
  private var position: Int
  /// The number of parts after the last definition.
  private var definitionsEnd = -1
  /// The lines since the last part.
  private var gap: [UInt8] = []
  /// Whether the last part, or what was left out after it, has other neighbours than in the source.
  private var isGapOpen = false

  init(
    _ normalized: NormalizedList, _ text: EditedSource, _ options: RenderOptions, runs: [EntryRunLayout],
    verbatim: Set<Int>
  ) {
    let list = normalized.list
    let place = normalized.contents
    let runs = runs.filter { !$0.blocks.contains { verbatim.contains($0.range.lowerBound) } }
    self.runs = Dictionary(runs.map { ($0.blocks[0].range.lowerBound, $0) }) { first, _ in first }
    covered = Set(runs.flatMap { $0.blocks.dropFirst().map(\.range.lowerBound) })
    removedContents = options.contents == .never ? place.block?.range.lowerBound : nil
    removableHeading = place.removableHeading(in: list)
    self.list = list
    let contents = options.contents
    self.contents = contents
    keepsGaps = options.style == .own
    self.verbatim = verbatim
    self.text = text
    self.definitions = list.document.definitions[...]
    self.position = list.document.frontMatter?.upperBound ?? list.document.source.contentStart
    self.attached = Self.attachedBlocks(of: list)
    let added = contents == .always && place.isAbsent ? place.heading ?? list.sections.first?.heading : nil
    let blocks = list.document.blocks
    for (index, block) in blocks.enumerated() {
      addGap(before: block)
      let isPlace = block.range.lowerBound == added?.range.lowerBound
      if isPlace, place.heading == nil { append(.contents(hasHeading: false), isNew: true) }
      let lines = list.document.source.lines(of: block, before: index + 1 < blocks.count ? blocks[index + 1] : nil)
      add(block, lines)
      if isPlace, place.heading != nil { append(.contents(hasHeading: true), isNew: true) }
      position = max(position, keepsGaps ? lines.upperBound : block.range.upperBound)
    }
    addEnd()
  }

  /// Adds a block, which has these lines.
  private mutating func add(_ block: Block, _ lines: SourceRange) {
    let start = block.range.lowerBound
    if let run = runs[start] {
      append(.entries(run), isNew: true)
    } else if covered.contains(start) {
      leaveOut()
    } else if start == removedContents {
      leaveOut()
    } else if contents == .never, let heading = removableHeading, start == heading.range.lowerBound {
      if list.hasLink(to: heading.anchor) {
        append(.anchor(anchorLine(heading.anchor)), isNew: true)
      } else {
        leaveOut()
      }
    } else {
      append(verbatim.contains(start) ? .verbatim(block) : .block(block), isAttached: attached.contains(start))
      parts[parts.count - 1].lines = lines
    }
  }

  /// Adds a part; a new one has a blank line before and after it.
  private mutating func append(_ kind: ListPart.Kind, isAttached: Bool = false, isNew: Bool = false) {
    if isNew || isGapOpen, gap.isEmpty, !parts.isEmpty { gap = [UInt8(ascii: "\n")] }
    parts.append(ListPart(kind: kind, isAttached: isAttached, gap: gap))
    gap = []
    isGapOpen = isNew
  }

  /// Leaves out a block, and the lines before it unless they have text.
  private mutating func leaveOut() {
    if gap.allSatisfy(\.isASCIIWhitespace) { gap = [] }
    isGapOpen = true
  }

  /// Adds what is between the last block and the next one, and the definitions inside that one.
  private mutating func addGap(before block: Block) {
    let start = block.range.lowerBound
    if keepsGaps {
      let line = list.document.source.line(list.document.source.lineIndex(at: start)).lowerBound
      if position < line { gap += text.bytes(in: SourceRange(position, line)) }
      return
    }
    addDefinitions(before: start)
    addGap(before: start)
    addDefinitions(inside: block)
  }

  private mutating func addEnd() {
    let count = list.document.source.bytes.count
    if keepsGaps {
      if position < count { gap += text.bytes(in: SourceRange(position, count)) }
      end = gap
      return
    }
    addDefinitions(before: .max)
    addGap(before: count)
  }

  private mutating func addDefinitions(before end: Int) {
    while let definition = definitions.first, definition.range.lowerBound < end {
      addGap(before: definition.range.lowerBound)
      add(definition)
      position = max(position, definition.range.upperBound)
    }
  }

  /// Moves definitions inside a block out of it, so that they do not split it; a block that is kept as it is keeps them.
  private mutating func addDefinitions(inside block: Block) {
    while let definition = definitions.first, definition.range.lowerBound < block.range.upperBound {
      if verbatim.contains(block.range.lowerBound) {
        definitions.removeFirst()
      } else {
        add(definition)
      }
    }
  }

  /// Adds a definition, directly below the last part if that is one too.
  private mutating func add(_ definition: LinkDefinition) {
    definitions.removeFirst()
    var line = InlineText.lines(in: text, range: definition.range, quoteDepth: .max).joined(separator: " ")
    // Only now is a label of several lines on one.
    if definition.label.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }),
      let end = line.utf8.firstIndex(of: UInt8(ascii: "]")),
      let label = InlineStyle.canonical(String(line[..<end].removing(prefix: "[") ?? line[..<end]))
    {
      line = "[" + label + line[end...]
    }
    parts.append(ListPart(kind: .lines([line]), isAttached: parts.count == definitionsEnd))
    definitionsEnd = parts.count
  }

  /// Keeps text between blocks, such as a footnote without a reference.
  private mutating func addGap(before end: Int) {
    guard position < end else { return }
    let source = list.document.source
    defer { position = end }
    guard source.bytes[position..<min(end, source.bytes.count)].contains(where: { $0 > UInt8(ascii: " ") }) else {
      return
    }
    let lines = source[SourceRange(position, end)].parts(at: "\n", omittingEmptySubsequences: false)
    let kept = lines.map(\.trimmedEnd).drop { $0.isEmpty }.droppingBlankEnd
    if kept.contains(where: { $0.unicodeScalars.contains { $0 != ">" && !$0.isWhitespace } }) {
      parts.append(ListPart(kind: .lines(kept)))
    }
  }

  private static func attachedBlocks(of list: List) -> Set<Int> {
    Set(
      list.runs.flatMap { run in
        // Directly below a quote, a numbered item would be read as the quote's next line.
        zip(run.blocks, run.blocks.dropFirst()).filter { $0.isAttachable && $1.isAttachable }.map(\.1.range.lowerBound)
      })
  }
}

extension SourceText {
  /// The whole lines of a block, which end before the next block: code without a closing fence claims a line too many.
  fileprivate func lines(of block: Block, before next: Block?) -> SourceRange {
    let start = lineStarts[lineIndex(at: block.range.lowerBound)]
    let following = lineIndex(at: max(block.range.lowerBound, block.range.upperBound - 1)) + 1
    let end = following < lineCount ? lineStarts[following] : bytes.count
    return SourceRange(
      max(start, contentStart), min(end, next.map { lineStarts[lineIndex(at: $0.range.lowerBound)] } ?? end))
  }
}

extension List {
  /// Each run of entries with its blocks.
  var runs: [(entries: [Entry], blocks: [Block])] {
    (preamble + allSections.flatMap(\.elements)).compactMap { element in
      if case .entries(let entries, let blocks) = element { (entries, blocks) } else { nil }
    }
  }
}

extension Block {
  /// Whether this is a quote or an unordered list.
  fileprivate var isAttachable: Bool {
    switch kind {
    case .list(start: nil, isTight: _), .quote: true
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
