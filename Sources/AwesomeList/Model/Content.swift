public import Markdown
import Source

/// The content of a block as a tree without syntax.
public struct Content: Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case paragraph
    /// A paragraph with only images, or links around images.
    case images
    case quote
    /// A list, whose children are items.
    case list
    case item
    case code
    /// A table, whose children are rows of cells.
    case table
    case row
    case cell
    case footnote
  }

  /// A piece of text with one form.
  public struct Run: Sendable {
    public var text: String
    /// The link or image that the text is of.
    public let link: ListLink?
    public var isCode = false
    /// Whether this is an image, or a link around one; the text is the alternative text.
    public var isImage = false
  }

  public let kind: Kind
  /// The text of a block without blocks inside.
  public internal(set) var runs: [Run] = []
  /// The blocks inside.
  public internal(set) var children: [Content] = []
  /// The first number of an ordered list.
  public internal(set) var start: Int?
  /// Whether all of a paragraph is strong: it is a title of what follows.
  public internal(set) var isStrong = false
  /// The offset of the content's first byte.
  public let offset: Int

  init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}

extension Content {
  /// A paragraph that is only a link.
  public init(linkTo link: ListLink, text: String) {
    self.init(.paragraph, at: link.range.lowerBound)
    runs = [Run(text: text, link: link)]
  }

  /// Some items of a list, or rows of a table, in the source.
  public init(_ parts: [Content], of block: Block) {
    self.init(block.kind == .table ? .table : .list, at: parts.first?.offset ?? block.range.lowerBound)
    children = parts
    if case .list(let start, _) = block.kind { self.start = start }
  }

  /// The runs of this content and everything inside, in the order of the text.
  public var allRuns: [Run] { runs + children.flatMap(\.allRuns) }

  /// The visible text: an item or a row on a line, tabs between cells, and two spaces before a nested item.
  public var text: String {
    switch kind {
    case .row: children.map(\.text).joined(separator: "\t")
    case .item: children.map { $0.kind == .list ? $0.text.indented : $0.text }.joined(separator: "\n")
    default: children.isEmpty ? runs.map(\.text).joined() : children.map(\.text).joined(separator: "\n")
    }
  }
}

extension String {
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
  }
}
