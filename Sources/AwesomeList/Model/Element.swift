public import Markdown
import Source

/// A part of a section or of the text before the first section.
public enum Element: Sendable {
  /// Consecutive blocks of entries: a list, or lists with quotes that describe their entries.
  case entries([Entry], blocks: [Block])
  /// A contents list.
  case contents(Contents)
  /// Any other block, unchanged.
  case kept(Block)

  var entries: [Entry] {
    if case .entries(let entries, _) = self { entries } else { [] }
  }

  /// Appends the entries and their descendants, parents before children.
  func appendEntries(to result: inout [Entry]) {
    guard case .entries(let entries, _) = self else { return }
    for entry in entries { entry.append(to: &result) }
  }

  /// The blocks in the order of the text.
  public var blocks: [Block] {
    switch self {
    case .entries(_, let blocks): blocks
    case .contents(let contents): [contents.list]
    case .kept(let block): [block]
    }
  }

  /// Whether this is a comment.
  public var isComment: Bool {
    guard case .kept(let block) = self, block.kind == .html else { return false }
    return block.source(startsWith: "<!--")
  }
}

extension Block {
  /// The visible text of a block and those in it, in one line.
  public var visibleText: String { allText.trimmed }

  func source(startsWith prefix: String) -> Bool {
    sourceText.bytes(in: range).starts(with: prefix.utf8)
  }
}
