import Source

/// Parses a text, a large one in parts on all cores.
struct Parser {
  private let source: SourceText
  private let frontMatter: SourceRange?
  /// Where the Markdown begins: behind a byte order mark and front matter.
  private let start: Int

  init(_ source: SourceText) {
    self.source = source
    frontMatter = FrontMatter.range(in: source)
    start = frontMatter?.upperBound ?? source.contentStart
  }

  /// Parses the text in parts of a least size, in bytes.
  func parse(_ references: ParsingLimits.References, stretchSize: Int) throws(MarkdownError) -> Tree {
    let stretches = Stretches(of: source, from: start, size: stretchSize, references)
    if stretches.ranges.count > 1, let tree = try tree(of: stretches) { return tree }
    let whole = Stretches(of: source, from: start, size: .max / 2, references)
    var parser = StretchParser(source, whole.ranges[0], of: whole)
    return try Tree(parser.parse(), source: source, frontMatter: frontMatter, start: start)
  }

  /// The tree of a text that was parsed in parts; nil where the parts show that it has to be parsed as a whole.
  private func tree(of stretches: Stretches) throws(MarkdownError) -> Tree? {
    let outcomes = stretches.ranges.parallelMap { range in
      Result { () throws(MarkdownError) in
        var parser = StretchParser(source, range, of: stretches)
        return try parser.parse()
      }
    }
    var parts: [Stretch] = []
    for outcome in outcomes { parts.append(try outcome.get()) }
    guard !parts.dropLast().contains(where: \.endsInHeading) else { return nil }
    guard parts.allSatisfy({ $0.isAlone && $0.isWithinExpansionLimit }) else { return nil }
    let whole = Stretch(joining: parts, range: SourceRange(start, source.bytes.count))
    guard whole.isWithinExpansionLimit else { return nil }
    let tree = try Tree(whole, source: source, frontMatter: frontMatter, start: start)
    return stretches.areKnown(tree.definitions) ? tree : nil
  }
}
