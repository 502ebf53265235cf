import Source

/// The ends of blocks and inlines, known after everything inside them.
extension TreeBuilder {
  mutating func close() {
    guard let index = open.popLast() else { return }
    nodes[index].descendants = Int32(nodes.count - index - 1)
    switch nodes[index].kind {
    case .quote:
      quoteDepth -= 1
      endContainer(index)
    case .paragraph, .tableCell: matcher = .none
    case .heading:
      endHeading(index)
      matcher = .none
    case .emphasis, .strong, .strikethrough: closeEmphasis(index)
    case .link, .image: closeLink(index)
    case .list, .item, .footnoteDefinition: endContainer(index)
    default: break
    }
  }

  /// Ends a container with its last child: the parser may add the blank lines after it.
  private mutating func endContainer(_ index: Int) {
    let last = lastChild(of: index).map { Int(nodes[$0].end) }
    var end = nodes[index].kind == .quote ? Int(nodes[index].end) : last ?? Int(nodes[index].end)
    while end > max(last ?? 0, Int(nodes[index].start)), source.bytes[end - 1].isASCIIWhitespace { end -= 1 }
    nodes[index].end = Int32(end)
  }

  private func lastChild(of index: Int) -> Int? {
    var child = index + 1
    var last: Int?
    while child < nodes.count {
      last = child
      child += 1 + Int(nodes[child].descendants)
    }
    return last
  }

  /// Ends a heading with its last character: the parser ends it before a closing sequence, or on the line after an underline.
  private mutating func endHeading(_ index: Int) {
    let start = Int(nodes[index].start)
    var end = Int(nodes[index].end)
    if start < source.bytes.count, source.bytes[start] == UInt8(ascii: "#") {
      end = source.line(source.lineIndex(at: start)).upperBound
    } else if !matcher.hasFailed {
      end = source.line(source.lineIndex(at: matcher.position) + 1).upperBound
    }
    while end > start, source.bytes[end - 1].isASCIIWhitespace { end -= 1 }
    nodes[index].end = Int32(end)
  }

  private mutating func closeEmphasis(_ index: Int) {
    guard nodes[index].isLocated else { return }
    let delimiter = source.bytes[Int(nodes[index].start)]
    if matcher.match(delimiter, count: Int(nodes[index].detail)) {
      nodes[index].end = Int32(matcher.position)
    } else {
      nodes[index].isLocated = false
      matcher.fail()
    }
  }

  private mutating func closeLink(_ index: Int) {
    guard let link = openLinks.popLast() else { return }
    var tail: LinkTail?
    if !matcher.hasFailed, nodes[index].isLocated {
      tail = LinkTail(link.form, link.inline, textStart: link.textStart, &matcher, quoteDepth: quoteDepth)
      if tail == nil { matcher.fail() }
    }
    let start = Int(nodes[index].start)
    nodes[index].isLocated = tail != nil
    nodes[index].end = Int32(tail?.end ?? start)
    let title = link.inline.title
    let places = Link.Places(
      range: CompactRange(tail.map { SourceRange(start, $0.end) }),
      text: CompactRange(tail.map { SourceRange(link.textStart, $0.textEnd) }),
      destination: CompactRange(tail?.destination), title: CompactRange(tail?.title))
    links[link.index] = Link(
      form: tail?.form ?? link.form, isImage: nodes[index].kind == .image, destination: link.inline.destination,
      title: title.isEmpty && tail?.title == nil ? nil : title, text: text(below: index), places: places)
  }

  private func text(below parent: Int) -> String {
    let inner = (parent + 1)..<max(nodes.count, parent + 1)
    if inner.count == 1, nodes[parent + 1].kind == .text { return literal(of: nodes[parent + 1]) }
    var result = ""
    for index in inner {
      switch nodes[index].kind {
      case .text, .code: result += literal(of: nodes[index])
      case .softBreak, .lineBreak: result += " "
      default: break
      }
    }
    return result
  }

  private func literal(of node: Node) -> String {
    node.payload >= 0 ? literals[Int(node.payload)] : source[node.range]
  }
}
