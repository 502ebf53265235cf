public import Source

/// A GitHub-flavoured Markdown document as values, with exact ranges into its source.
///
/// Source: CommonMark 0.31 and the GitHub Flavored Markdown specification, as libcmark-gfm reads them, with tables, strikethrough,
/// autolinks, task items and footnotes.
public struct Document: Sendable {
  /// The largest text that is parsed, in bytes: far more than any list, less than what the C library needs gigabytes for.
  public static let maximumSize = 8 << 20

  let tree: Tree

  /// Parses a text; throws where it is larger, deeper or more tangled than any list, because the C library is not linear there.
  public init(_ source: SourceText) throws(MarkdownError) {
    try self.init(source, chunkSize: ChunkPlan.size)
  }

  /// Parses a text in parts of a least size, which change nothing but the time.
  package init(_ source: SourceText, chunkSize: Int) throws(MarkdownError) {
    let references = try ParsingLimits.check(source)
    tree = try Parser(source).parse(references, chunkSize: chunkSize)
  }

  /// The text that was parsed.
  public var source: SourceText { tree.source }

  /// The outermost blocks, in the order of the text.
  public var blocks: [Block] { Block(tree: tree, index: 0).children }

  /// Every link and image in Markdown's own syntax, in the order in which they start.
  ///
  /// Links in raw HTML are not among them.
  public var links: [Link] { tree.links }

  /// The definitions of reference links, in the order of the text.
  public var definitions: [LinkDefinition] { tree.definitions }

  /// The YAML front matter at the start with its two fences, which is not Markdown; nil where there is none.
  public var frontMatter: SourceRange? { tree.frontMatter }

  /// The code blocks and code spans, in the order of the text.
  public var codeRanges: [SourceRange] {
    tree.nodes.compactMap { node in
      (node.kind == .code || node.kind == .codeBlock) && node.isLocated ? node.range : nil
    }
  }

  /// The blocks and inlines of raw HTML, in the order of the text.
  public var htmlRanges: [SourceRange] {
    tree.nodes.compactMap { node in
      (node.kind == .html || node.kind == .htmlBlock) && node.isLocated ? node.range : nil
    }
  }

  /// The headings, those in quotes and items included, in the order of the text.
  public var headings: [Block] {
    tree.nodes.indices.compactMap { tree.nodes[$0].kind == .heading ? Block(tree: tree, index: $0) : nil }
  }

  /// The references to footnotes, in the order of the text.
  public var footnoteReferences: [Inline] {
    tree.nodes.indices.compactMap { tree.nodes[$0].kind == .footnoteReference ? Inline(tree: tree, index: $0) : nil }
  }

  /// Every block, outer ones before what they hold, in the order of the text.
  public var allBlocks: [Block] {
    tree.nodes.indices.dropFirst().compactMap { index in
      tree.nodes[index].kind.isBlock ? Block(tree: tree, index: index) : nil
    }
  }

  /// Every inline, outer ones before what they hold, in the order of the text.
  public var allInlines: [Inline] {
    tree.nodes.indices.compactMap { index in
      tree.nodes[index].kind.isBlock ? nil : Inline(tree: tree, index: index)
    }
  }

  /// The text that a reader sees of the inlines that begin in a range, images and raw HTML aside.
  package func text(in range: SourceRange) -> String {
    let nodes = tree.nodes
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(nodes[middle].start) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var result = ""
    while low < nodes.count, Int(nodes[low].start) < range.upperBound {
      switch nodes[low].kind {
      case .text, .code: result += tree.literal(of: low)
      case .softBreak, .lineBreak: result += " "
      case .image: low += Int(nodes[low].descendants)
      default: break
      }
      low += 1
    }
    return result
  }
}
