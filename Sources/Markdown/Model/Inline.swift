public import Source

/// An inline of a document: a view, cheap to copy.
public struct Inline: Sendable {
  public enum Kind: Hashable, Sendable {
    case text, softBreak, lineBreak, code, html, emphasis, strong, strikethrough, link, image, footnoteReference
  }

  let tree: Tree
  let index: Int

  fileprivate var node: Node { tree.nodes[index] }

  public var kind: Kind {
    switch node.kind {
    case .softBreak: .softBreak
    case .lineBreak: .lineBreak
    case .code: .code
    case .html: .html
    case .emphasis: .emphasis
    case .strong: .strong
    case .strikethrough: .strikethrough
    case .link: .link
    case .image: .image
    case .footnoteReference: .footnoteReference
    default: .text
    }
  }

  /// The construct's bytes with its syntax; nil if it was not found in the source.
  public var range: SourceRange? { node.isLocated ? node.range : nil }

  /// The text of a text, code or raw HTML inline, with escapes and entities resolved; of other kinds, the text inside.
  public var text: String {
    switch node.kind {
    case .text, .code, .html, .footnoteReference: tree.literal(of: index)
    case .softBreak, .lineBreak: " "
    default: tree.text(below: index)
    }
  }

  /// The link or image; nil for other kinds.
  public var link: Link? {
    (node.kind == .link || node.kind == .image) && node.payload >= 0 ? tree.links[Int(node.payload)] : nil
  }

  /// The inlines directly inside.
  public var children: [Inline] {
    tree.childIndices(of: index).map { Inline(tree: tree, index: $0) }
  }

  /// Every inline inside, parents before children.
  public var allInlines: [Inline] {
    (index + 1..<index + 1 + Int(node.descendants)).map { Inline(tree: tree, index: $0) }
  }

  /// The number of inlines inside at any depth; they follow this one in `Block.allInlines`.
  public var descendantCount: Int { Int(node.descendants) }
}

extension Tree {
  /// Appends the bytes of a text, code or raw HTML inline without making a string.
  package func appendText(of node: Node, to bytes: inout [UInt8]) {
    if node.payload >= 0 {
      bytes.append(contentsOf: literals[Int(node.payload)].utf8)
    } else {
      bytes.append(contentsOf: source.bytes[Int(node.start)..<Int(node.end)])
    }
  }
}
