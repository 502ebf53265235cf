import AwesomeList
import Markdown
import Source

/// A piece of a list that is rendered as a whole.
struct ListPart {
  enum Kind {
    case block(Block)
    /// A block that is written as it stands.
    case verbatim(Block)
    /// The blocks of a run of entries in an order or shape that is not the source's.
    case entries(EntryRunLayout)
    /// Lines that no block holds: a reference definition, or text that the parser drops.
    case lines([String])
    /// What a link to a heading that is left out leads to.
    case anchor(String)
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
  /// The offsets of the blocks that are written as they stand.
  private let verbatim: Set<Int>
  /// Where the blocks start that stand directly below the block before them: an entry and the quote that describes it.
  private let attached: Set<Int>
  /// The runs that are rendered in another order or shape, by the offset at which they start.
  private let runs: [Int: EntryRunLayout]
  /// Where the other blocks of those runs start.
  private let covered: Set<Int>
  /// Where the contents list starts that is written anew or left out; nil where there is none, or one with words of its own.
  private let generatedContents: Int?
  /// The heading that goes with it.
  private let removableHeading: Heading?
  private let text: EditedSource
  private var definitions: ArraySlice<LinkDefinition>
  /// The offset behind what was rendered last.
  private var position: Int
  /// How many parts there were when a definition was taken last.
  private var definitionsEnd = -1

  init(
    _ prepared: PreparedList, _ text: EditedSource, contents: ContentsOption, runs: [EntryRunLayout], verbatim: Set<Int>
  ) {
    let list = prepared.list
    let place = prepared.contents
    let runs = runs.filter { !$0.blocks.contains { verbatim.contains($0.range.lowerBound) } }
    self.runs = Dictionary(runs.map { ($0.blocks[0].range.lowerBound, $0) }) { first, _ in first }
    covered = Set(runs.flatMap { $0.blocks.dropFirst().map(\.range.lowerBound) })
    generatedContents = place.block?.range.lowerBound
    removableHeading = place.removableHeading(in: list)
    self.list = list
    self.contents = contents
    self.verbatim = verbatim
    self.text = text
    self.definitions = list.document.definitions[...]
    self.position = list.document.frontMatter?.upperBound ?? list.document.source.contentStart
    self.attached = Self.attachedBlocks(of: list)
    let added = contents == .always && place.isAbsent ? place.heading ?? list.sections.first?.heading : nil
    for block in list.document.blocks {
      takeDefinitions(before: block.range.lowerBound)
      takeGap(before: block.range.lowerBound)
      takeDefinitions(inside: block)
      let isPlace = block.range.lowerBound == added?.range.lowerBound
      if isPlace, place.heading == nil { parts.append(ListPart(kind: .contents(hasHeading: false))) }
      take(block)
      if isPlace, place.heading != nil { parts.append(ListPart(kind: .contents(hasHeading: true))) }
      position = max(position, block.range.upperBound)
    }
    takeDefinitions(before: .max)
    takeGap(before: list.document.source.bytes.count)
  }

  private mutating func take(_ block: Block) {
    let start = block.range.lowerBound
    let isAttached = attached.contains(start)
    if let run = runs[start] {
      parts.append(ListPart(kind: .entries(run)))
    } else if covered.contains(start) {
      return
    } else if start == generatedContents {
      if contents != .never { parts.append(ListPart(kind: .contents(hasHeading: true))) }
    } else if contents == .never, let heading = removableHeading, start == heading.range.lowerBound {
      if list.hasLink(to: heading.anchor) { parts.append(ListPart(kind: .anchor(anchorLine(heading.anchor)))) }
    } else {
      let kind = verbatim.contains(start) ? ListPart.Kind.verbatim(block) : .block(block)
      parts.append(ListPart(kind: kind, isAttached: isAttached))
    }
  }

  private mutating func takeDefinitions(before end: Int) {
    while let definition = definitions.first, definition.range.lowerBound < end {
      takeGap(before: definition.range.lowerBound)
      take(definition)
      position = max(position, definition.range.upperBound)
    }
  }

  /// Takes definitions out of a block that holds others, which they would divide; a block that stays as it stands keeps them.
  private mutating func takeDefinitions(inside block: Block) {
    while let definition = definitions.first, definition.range.lowerBound < block.range.upperBound {
      if verbatim.contains(block.range.lowerBound) {
        definitions.removeFirst()
      } else {
        take(definition)
      }
    }
  }

  /// Takes a definition, directly below the one before it, if that was taken last.
  private mutating func take(_ definition: LinkDefinition) {
    definitions.removeFirst()
    var line = InlineText.lines(in: text, range: definition.range, quoteDepth: .max).joined(separator: " ")
    // A label on several lines is in one piece only now.
    if definition.label.contains(where: \.isNewline), let end = line.firstIndex(of: "]"),
      let label = InlineStyle.canonical(String(line[..<end].dropFirst()))
    {
      line = "[" + label + line[end...]
    }
    parts.append(ListPart(kind: .lines([line]), isAttached: parts.count == definitionsEnd))
    definitionsEnd = parts.count
  }

  /// Keeps text between blocks that is not blank, such as a footnote that nothing refers to.
  private mutating func takeGap(before end: Int) {
    guard position < end else { return }
    let source = list.document.source
    defer { position = end }
    guard source.bytes[position..<min(end, source.bytes.count)].contains(where: { $0 > UInt8(ascii: " ") }) else {
      return
    }
    let lines = source[SourceRange(position, end)].split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.map(\.trimmedEnd).drop { $0.isEmpty }.droppingBlankEnd
    if kept.contains(where: { $0.contains { $0 != ">" && !$0.isWhitespace } }) {
      parts.append(ListPart(kind: .lines(kept)))
    }
  }

  private static func attachedBlocks(of list: List) -> Set<Int> {
    Set(
      list.runs.flatMap { run in
        // A numbered item cannot stand directly below a quote: it would be read as the quote's next line.
        zip(run.blocks, run.blocks.dropFirst()).filter { $0.isAttachable && $1.isAttachable }.map(\.1.range.lowerBound)
      })
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
  /// Whether this is a quote, or a list without numbers.
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
