public import Source

/// An inline of a document: a view, cheap to copy.
public struct Inline: Sendable {
  /// What an inline is.
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

  /// The construct's bytes with its marks; nil where the source could not be proven to hold it there.
  public var range: SourceRange? { node.isLocated ? node.range : nil }

  /// The text of a text, code or raw HTML inline, with escapes and entities resolved; of the others, the text inside.
  public var text: String {
    switch node.kind {
    case .text, .code, .html, .footnoteReference: tree.literal(of: index)
    case .softBreak, .lineBreak: " "
    default: tree.text(below: index)
    }
  }

  /// The link or image that this is; nil for other inlines.
  public var link: Link? {
    (node.kind == .link || node.kind == .image) && node.payload >= 0 ? tree.links[Int(node.payload)] : nil
  }

  /// The inlines directly inside.
  public var children: [Inline] {
    tree.childIndices(of: index).map { Inline(tree: tree, index: $0) }
  }

  /// Every inline inside, at any depth, in the order of the text.
  public var allInlines: [Inline] {
    (index + 1..<index + 1 + Int(node.descendants)).map { Inline(tree: tree, index: $0) }
  }

  /// The number of inlines inside, at any depth; in `Block.allInlines` they follow this one.
  public var descendantCount: Int { Int(node.descendants) }
}

extension Tree {
  /// Appends the bytes of a text, code or raw HTML inline, without making a string of them.
  package func appendText(of node: Node, to bytes: inout [UInt8]) {
    if node.payload >= 0 {
      bytes.append(contentsOf: literals[Int(node.payload)].utf8)
    } else {
      bytes.append(contentsOf: source.bytes[Int(node.start)..<Int(node.end)])
    }
  }
}
