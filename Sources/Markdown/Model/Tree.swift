package import Source

/// The nodes of a document in one array, in document order; blocks and inlines are views into it.
///
/// A flat array is one allocation; a tree of values would need one or two for each node.
package final class Tree: Sendable {
  package let source: SourceText
  package let nodes: [Node]
  let literals: [String]
  package let links: [Link]
  let definitions: [LinkDefinition]
  let frontMatter: SourceRange?

  /// Resolves the reference links of a whole text.
  init(
    _ whole: consuming Chunk, source: SourceText, frontMatter: SourceRange?, start: Int
  ) throws(MarkdownError) {
    var definitions = whole.definitions
    definitions += DefinitionScanner(source: source, nodes: whole.nodes, start: start).definitions()
    definitions.sort { $0.range < $1.range }
    var index = DefinitionIndex(definitions, in: source)
    definitions = try index.resolved()
    var links = whole.links
    // Otherwise changing one would copy all.
    whole.links = []
    for place in links.indices where links[place].form == .reference {
      links[place] = links[place].defined(at: index.destinationRange(of: links[place]))
    }
    self.source = source
    nodes = whole.nodes
    literals = whole.literals
    self.links = links
    self.definitions = definitions
    self.frontMatter = frontMatter
  }
}

/// One node of a `Tree`.
package struct Node: Hashable, Sendable {
  package enum Kind: UInt8, Sendable {
    case document, quote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak, footnoteDefinition
    case table, tableRow, tableCell
    case text, softBreak, lineBreak, code, html, emphasis, strong, strikethrough, link, image, footnoteReference

    var isBlock: Bool { rawValue <= Kind.tableCell.rawValue }
  }

  package var kind: Kind
  /// A heading's level, or bits of `Flags`.
  var detail: UInt8 = 0
  /// Whether `start` and `end` are proven against the source.
  package var isLocated = true
  var start: Int32
  var end: Int32
  /// The number of nodes below this one; they follow it in the array.
  package var descendants: Int32 = 0
  /// An index into the literals or links, or an ordered list's first number; otherwise -1.
  package var payload: Int32 = -1

  package var range: SourceRange { SourceRange(Int(start), Int(end)) }

  enum Flags {
    static let ordered: UInt8 = 1
    static let tight: UInt8 = 2
    static let task: UInt8 = 4
    static let checked: UInt8 = 8
    static let fenced: UInt8 = 16
    static let header: UInt8 = 32
  }
}
