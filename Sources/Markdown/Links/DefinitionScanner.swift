import Source

/// Finds the link reference definitions outside of all blocks: the parser drops a paragraph that consists of them.
struct DefinitionScanner {
  let source: SourceText
  let nodes: [Node]
  /// Where the Markdown begins.
  let start: Int

  func definitions() -> [LinkDefinition] {
    var result: [LinkDefinition] = []
    var position = start
    var quoteDepth = 0
    for node in nodes where node.kind.isBlock {
      switch node.kind {
      case .document, .list, .item, .footnoteDefinition, .tableRow, .tableCell: continue
      case .quote:
        scan(from: position, to: Int(node.start), quoteDepth: 0, into: &result)
        position = max(position, Int(node.start))
        quoteDepth = 8
      default:
        scan(from: position, to: Int(node.start), quoteDepth: quoteDepth, into: &result)
        position = max(position, Int(node.end))
      }
    }
    scan(from: position, to: source.bytes.count, quoteDepth: quoteDepth, into: &result)
    return result
  }

  private func scan(from start: Int, to end: Int, quoteDepth: Int, into result: inout [LinkDefinition]) {
    guard start < end, source.bytes[start..<end].contains(UInt8(ascii: "[")) else { return }
    let syntax = LinkScanner(bytes: source.bytes, end: end)
    var index = start
    while index < end {
      while index < end,
        syntax.bytes[index].isASCIIWhitespace || (quoteDepth > 0 && syntax.bytes[index] == UInt8(ascii: ">"))
      {
        index += 1
      }
      if index < end, let found = syntax.definition(at: index, quoteDepth: quoteDepth) {
        result.append(found.definition)
        index = found.next
      } else {
        while index < end, !source.bytes[index].isNewline { index += 1 }
      }
    }
  }
}
