import Source

/// Parses a text; a large one in chunks on all cores.
struct Parser {
  private let source: SourceText
  private let frontMatter: SourceRange?
  /// Where the Markdown begins: after a byte order mark and front matter.
  private let start: Int

  init(_ source: SourceText) {
    self.source = source
    frontMatter = FrontMatter.range(in: source)
    start = frontMatter?.upperBound ?? source.contentStart
  }

  /// Parses the text in chunks of at least `chunkSize` bytes.
  func parse(_ references: ParsingLimits.References, chunkSize: Int) throws(MarkdownError) -> Tree {
    let plan = ChunkPlan(of: source, from: start, size: chunkSize, references)
    if plan.ranges.count > 1, let tree = try tree(of: plan) { return tree }
    let whole = ChunkPlan(of: source, from: start, size: .max / 2, references)
    var parser = ChunkParser(source, whole.ranges[0], of: whole)
    return try Tree(parser.parse(), source: source, frontMatter: frontMatter, start: start)
  }

  /// The tree of a text that is parsed in chunks; nil if it must be parsed as a whole.
  private func tree(of plan: ChunkPlan) throws(MarkdownError) -> Tree? {
    let outcomes = plan.ranges.parallelMap { range in
      Result { () throws(MarkdownError) in
        var parser = ChunkParser(source, range, of: plan)
        return try parser.parse()
      }
    }
    var parts: [Chunk] = []
    for outcome in outcomes { parts.append(try outcome.get()) }
    guard !parts.dropLast().contains(where: \.endsInHeading) else { return nil }
    guard parts.allSatisfy({ $0.isSelfContained && $0.isWithinExpansionLimit }) else { return nil }
    let whole = Chunk(joining: parts, range: SourceRange(start, source.bytes.count))
    guard whole.isWithinExpansionLimit else { return nil }
    let tree = try Tree(whole, source: source, frontMatter: frontMatter, start: start)
    return plan.matches(tree.definitions) ? tree : nil
  }
}
