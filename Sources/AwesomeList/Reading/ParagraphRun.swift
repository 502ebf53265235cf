import Markdown
import Source

/// Pairs of paragraphs that are entries: only a link in the first, the description in the second.
struct ParagraphRun {
  let entries: [Entry]
  let blocks: [Block]

  /// Reads the pairs at the start of some blocks; nil unless there are at least two.
  init?(_ rest: ArraySlice<Block>, builder: EntryBuilder) {
    var entries: [Entry] = []
    var blocks: [Block] = []
    var index = rest.startIndex
    while index + 1 < rest.endIndex, let line = Self.title(rest[index], builder),
      Self.describes(rest[index + 1], builder)
    {
      var parts = EntryBody(builder: builder)
      parts.add(rest[index + 1...index + 1])
      guard parts.description != nil else { break }
      entries.append(parts.entry(line, range: rest[index].range.union(rest[index + 1].range)))
      blocks += rest[index...index + 1]
      index += 2
    }
    if entries.count < 2 { return nil }
    self.entries = entries
    self.blocks = blocks
  }

  /// The line of a paragraph with only a link that names something, perhaps with tags.
  private static func title(_ block: Block, _ builder: EntryBuilder) -> EntryLine? {
    guard block.kind == .paragraph, LineEntries.startsWithLink(block) else { return nil }
    let line = EntryLine(FlatText(block, html: builder.html), end: block.range.upperBound)
    guard let link = line.link, line.strength == .strong, line.beginsWithName, line.description == nil,
      line.furtherLinks.isEmpty, !line.title.isEmpty, !PageLabel.isLabel(line.title, of: link.url)
    else { return nil }
    return line
  }

  private static func describes(_ block: Block, _ builder: EntryBuilder) -> Bool {
    switch block.kind {
    case .paragraph: title(block, builder) == nil
    case .quote: true
    case .html: builder.html.paragraph(in: block.range) != nil
    default: false
    }
  }
}
