public import Source

/// A GitHub-flavoured Markdown document as values, with exact ranges into its source.
///
/// Source: CommonMark 0.31 and the GitHub Flavored Markdown specification, as libcmark-gfm reads them, with tables, strikethrough,
/// autolinks, task items and footnotes.
public struct Document: Sendable {
  /// The largest text that is parsed, in bytes: for much more, the C library needs gigabytes.
  public static let maximumSize = 8 << 20

  let tree: Tree

  /// Parses a text; throws for input that is larger or deeper than any list, or that takes the C library quadratic time.
  public init(_ source: SourceText) throws(MarkdownError) {
    try self.init(source, chunkSize: ChunkPlan.size)
  }

  /// Parses a text in chunks of at least `chunkSize` bytes; the size affects only the time.
  package init(_ source: SourceText, chunkSize: Int) throws(MarkdownError) {
    let references = try ParsingLimits.check(source)
    tree = try Parser(source).parse(references, chunkSize: chunkSize)
  }

  /// The text that was parsed.
  public var source: SourceText { tree.source }

  /// The outermost blocks, in the order of the text.
  public var blocks: [Block] { Block(tree: tree, index: 0).children }

  /// Every link and image in Markdown syntax, not in raw HTML, in the order in which they start.
  public var links: [Link] { tree.links }

  /// The definitions of reference links, in the order of the text.
  public var definitions: [LinkDefinition] { tree.definitions }

  /// The front matter at the start, YAML or TOML, with its two fences.
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

  /// Every block, parents before children.
  public var allBlocks: [Block] {
    tree.nodes.indices.dropFirst().compactMap { index in
      tree.nodes[index].kind.isBlock ? Block(tree: tree, index: index) : nil
    }
  }

  /// Every inline, parents before children.
  public var allInlines: [Inline] {
    tree.nodes.indices.compactMap { index in
      tree.nodes[index].kind.isBlock ? nil : Inline(tree: tree, index: index)
    }
  }

  /// The visible text of the inlines that begin in a range, without images and raw HTML.
  package func text(in range: SourceRange) -> String {
    let nodes = tree.nodes
    var index = nodes.partitioningIndex { Int($0.start) >= range.lowerBound }
    var result = ""
    while index < nodes.count, Int(nodes[index].start) < range.upperBound {
      switch nodes[index].kind {
      case .text, .code: result += tree.literal(of: index)
      case .softBreak, .lineBreak: result += " "
      case .image: index += Int(nodes[index].descendants)
      default: break
      }
      index += 1
    }
    return result
  }
}
