public import Markdown
import Source

/// A part of a section or of what stands before the first one.
public enum Element: Sendable {
  /// Consecutive blocks that are entries: a list, or lists with the quotes that describe their entries.
  case entries([Entry], blocks: [Block])
  /// A contents list.
  case contents(Contents)
  /// A block that is none of the others, kept as it stands.
  case kept(Block)

  var entries: [Entry] {
    if case .entries(let entries, _) = self { entries } else { [] }
  }

  /// Appends the entries with those nested in them, parents before their children.
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

  /// Whether this is a comment, which no reader sees.
  public var isComment: Bool {
    guard case .kept(let block) = self, block.kind == .html else { return false }
    return block.source(startsWith: "<!--")
  }
}

extension Block {
  func source(startsWith prefix: String) -> Bool {
    sourceText.bytes(in: range).starts(with: prefix.utf8)
  }
}
