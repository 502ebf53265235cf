import Markdown
import Markup
import Source

/// Blocks that may be a contents list: those below its heading, or beside one another.
struct ContentsGroup {
  let heading: Heading?
  /// Whether a heading, a label or a tool's comment names it a contents list.
  let isNamed: Bool
  private(set) var blocks: [Block] = []
  /// The texts of the headings and labels over its groups.
  private(set) var names: Set<String> = []

  var range: SourceRange { blocks.dropFirst().reduce(blocks[0].range) { $0.union($1.range) } }

  /// Every group of a list, in the order of the text.
  static func all(in list: List, _ sections: AnchoredSections) -> [ContentsGroup] {
    var finder = Finder(list, sections)
    for block in list.document.blocks { finder.read(block) }
    finder.close()
    return finder.groups
  }

  /// Goes through the blocks of a document.
  private struct Finder {
    private(set) var groups: [ContentsGroup] = []
    private let list: List
    private let sections: AnchoredSections
    private let headings: [Int: Heading]
    /// The offsets of the lists of links into the document.
    private let lists: Set<Int>
    /// The offsets of blocks with entries.
    private let entries: Set<Int>
    private var isInPreamble = true
    private var open: ContentsGroup?
    /// The sections that the open group leads to.
    private var targets: Set<Int> = []
    /// The texts since the last block of the open group, which may be labels.
    private var labels: Set<String> = []
    private var isAnnounced = false

    /// The size in bytes of raw HTML that may be a label.
    private static let longestLabel = 2000

    init(_ list: List, _ sections: AnchoredSections) {
      self.list = list
      self.sections = sections
      headings = Dictionary(sections.all.map { ($0.start, $0.heading) }) { first, _ in first }
      let elements = list.preamble + sections.all.flatMap(\.elements)
      lists = Set(elements.filter(\.isContents).flatMap(\.blocks).map(\.range.lowerBound))
      entries = Set(elements.filter { !$0.entries.isEmpty }.flatMap(\.blocks).map(\.range.lowerBound))
    }

    mutating func read(_ block: Block) {
      let start = block.range.lowerBound
      if let heading = headings[start] {
        begin(heading)
      } else if isCandidate(block) {
        add(block)
      } else if open?.heading == nil, !isBetween(block) {
        close()
      } else if open != nil {
        labels.formUnion(block.allText.split(whereSeparator: \.isNewline).map { String($0).comparableName })
      }
      note(block)
    }

    mutating func close() {
      if let open, !open.blocks.isEmpty { groups.append(open) }
      (open, targets, labels) = (nil, [], [])
    }

    private mutating func begin(_ heading: Heading) {
      isInPreamble = false
      if let outer = open?.heading, heading.level > outer.level, !targets.contains(heading.range.lowerBound),
        !heading.isContents
      {
        labels.insert(heading.title.comparableName)
        return
      }
      close()
      if heading.isContents { open = ContentsGroup(heading: heading, isNamed: true) }
    }

    private mutating func add(_ block: Block) {
      if open == nil { open = ContentsGroup(heading: nil, isNamed: isAnnounced) }
      open?.blocks.append(block)
      open?.names.formUnion(labels)
      labels = []
      for link in ContentsLink.all(in: block, of: list) {
        if let section = sections.section(at: link.fragment, named: link.text) { targets.insert(section.start) }
      }
    }

    /// Takes note whether a block announces a contents list.
    private mutating func note(_ block: Block) {
      switch block.kind {
      case .paragraph: isAnnounced = ContentsFinder.isLabel(block.text)
      case .html where block.source(startsWith: "<!--"):
        isAnnounced = isAnnounced || ContentsFinder.isToolComment(block.sourceText[block.range])
      case .html where block.range.count < Self.longestLabel:
        isAnnounced = HTMLFragments(in: block.sourceText).tokens(of: [block.range]).contains { token in
          if case .text(let text) = token.kind { ContentsFinder.isLabel(text) } else { false }
        }
      default: isAnnounced = false
      }
    }

    /// Whether a block has links into the document and may be a part of a contents list.
    private func isCandidate(_ block: Block) -> Bool {
      let start = block.range.lowerBound
      if lists.contains(start) { return true }
      switch block.kind {
      case .list, .paragraph, .table, .html: break
      default: return false
      }
      guard !entries.contains(start), isInPreamble || open?.heading != nil || isAnnounced,
        block.sourceText.bytes(in: block.range).contains(UInt8(ascii: "#"))
      else { return false }
      let links = ContentsLink.all(in: block, of: list)
      return open?.heading != nil ? !links.isEmpty : links.count > 1
    }

    /// Whether a block may be between the groups of a contents list without a heading: a comment, a label, a tag.
    private func isBetween(_ block: Block) -> Bool {
      switch block.kind {
      case .html: true
      case .paragraph: block.range.count <= 80 && block.linkSlice.isEmpty
      default: false
      }
    }
  }
}
