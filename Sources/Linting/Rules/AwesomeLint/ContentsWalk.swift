import Diagnostics
import Markdown
import Source

/// The sections that awesome-lint wants a contents list to name.
struct ContentsSections {
  struct Section {
    let title: String
    /// The heading's place among the outermost blocks.
    let index: Int
  }

  static let unlisted: Set<String> = ["Contributing", "Footnotes", "Related Lists"]

  let outermost: [Section]
  /// The headings of the third level below each of these.
  private let inner: [Int: [Section]]

  init(_ blocks: [Block], behind contents: Int) {
    var outermost: [Section] = []
    var inner: [Int: [Section]] = [:]
    var current: Int?
    for index in blocks.indices where index > contents {
      let section = Section(title: blocks[index].plainText, index: index)
      switch blocks[index].kind {
      case .heading(level: 2):
        current = Self.unlisted.contains(section.title) ? nil : index
        if current != nil { outermost.append(section) }
      case .heading(level: 3): if let current { inner[current, default: []].append(section) }
      default: break
      }
    }
    self.outermost = outermost
    self.inner = inner
  }

  func sections(below section: Section) -> [Section] { inner[section.index] ?? [] }
}

/// Compares a contents list with the sections item by item.
struct ContentsWalk {
  private(set) var problems: [Diagnostic] = []
  private let context: RuleContext
  private let sections: ContentsSections
  /// The anchors of all headings.
  private let anchors: Set<String>
  private var used: Set<String> = []

  init(_ context: RuleContext, _ sections: ContentsSections) {
    self.context = context
    self.sections = sections
    var slugger = Slugger()
    anchors = Set(
      context.index.kinds.headings.map { heading in
        "#" + slugger.anchor(for: String(heading.plainText.unicodeScalars.filter { $0 != "\u{FE0F}" }))
      })
  }

  mutating func compare(_ list: Block, with wanted: [ContentsSections.Section], depth: Int) {
    for (position, item) in list.children.enumerated() {
      let section = position < wanted.count ? wanted[position] : nil
      if let problem = problem(of: item, section) {
        problems.append(context.diagnostic(problem, at: item.range))
        return
      }
      guard let section, let inner = item.firstList else { continue }
      if depth == 2 {
        problems.append(context.diagnostic("third level in the contents list; leave it out", at: item.range))
      } else {
        compare(inner, with: sections.sections(below: section), depth: depth + 1)
      }
    }
    for section in wanted.dropFirst(list.children.count) {
      let message = "section “\(section.title)” missing from the contents list; add it there"
      problems.append(context.diagnostic(message, at: list.range))
    }
  }

  private mutating func problem(of item: Block, _ section: ContentsSections.Section?) -> String? {
    let link = item.links.first { !$0.isImage && $0.form != .reference }
    guard let link else { return "item without link; link it to its section" }
    if link.text.isEmpty { return "link without text; write the name of the section" }
    guard let section else {
      return ContentsSections.unlisted.contains(link.text)
        ? "not a section about the subject; remove it from the contents list"
        : "no section “\(link.text)” in this place; correct the item"
    }
    if link.text != section.title { return "different name than the section in this place; write “\(section.title)”" }
    guard anchors.contains(link.destination) else {
      return "no heading matches “\(link.destination)”; correct the link"
    }
    return used.insert(link.destination).inserted ? nil : "second link to “\(link.destination)”; remove one of them"
  }
}

extension Block {
  /// The first list inside.
  fileprivate var firstList: Block? {
    for child in children {
      if child.isList { return child }
      if let list = child.firstList { return list }
    }
    return nil
  }
}
