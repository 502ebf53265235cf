import Source

/// Builds a `Tree` node by node, in document order.
struct TreeBuilder {
  private let source: SourceText
  private var nodes: [Node] = []
  private var literals: [String] = []
  private var links: [Link] = []
  private var definitions: [LinkDefinition] = []
  /// The indices of the nodes that are not closed yet, the innermost last.
  private var open: [Int] = []
  /// The links that are not closed yet.
  private var openLinks: [OpenLink] = []
  private var matcher: InlineMatcher?
  private var quoteDepth = 0
  /// The cells of the table row that is open, which the parser misplaces in an indented row.
  private var cells: ArraySlice<SourceRange> = []

  private struct OpenLink {
    let inline: CMarkNode
    let node: Int
    let textStart: Int
    let form: Link.Form
    /// The link's place among the links, which are in the order in which they start.
    let index: Int
  }

  init(source: SourceText) {
    self.source = source
    nodes.reserveCapacity(source.bytes.count / 16 + 16)
  }

  mutating func open(_ node: Node) {
    var node = node
    switch node.kind {
    case .tableRow:
      let row = TableRow(bytes: source.bytes, start: Int(node.start), quoteDepth: quoteDepth)
      node.start = Int32(row.range.lowerBound)
      node.end = Int32(row.range.upperBound)
      cells = row.cells[...]
    case .tableCell:
      let cell = cells.popFirst() ?? SourceRange(Int(nodes[open.last ?? 0].end), Int(nodes[open.last ?? 0].end))
      node.start = Int32(cell.lowerBound)
      node.end = Int32(cell.upperBound)
    default: break
    }
    open.append(nodes.count)
    nodes.append(node)
    switch node.kind {
    case .quote: quoteDepth += 1
    case .paragraph, .heading, .tableCell: beginInlines(node)
    default: break
    }
  }

  // MARK: Blocks with inlines

  private mutating func beginInlines(_ node: Node) {
    var matcher = InlineMatcher(bytes: source.bytes, range: node.range, quoteDepth: quoteDepth)
    switch node.kind {
    case .paragraph:
      passDefinitions(&matcher)
    case .heading:
      matcher.skipBlanks()
      if matcher.peek() == UInt8(ascii: "#") {
        while matcher.match(UInt8(ascii: "#")) {}
      } else {
        passDefinitions(&matcher)
      }
    default: break
    }
    matcher.skipBlanks()
    self.matcher = matcher
  }

  private mutating func passDefinitions(_ matcher: inout InlineMatcher) {
    matcher.skipBlanks()
    while let found = matcher.syntax.definition(at: matcher.position, quoteDepth: quoteDepth) {
      let next = matcher.syntax.skippingSpace(from: found.next, quoteDepth: quoteDepth)
      guard next < matcher.end else { return }
      definitions.append(found.definition)
      matcher.skip(to: next)
    }
  }

  // MARK: Inlines

  mutating func openInline(_ kind: Node.Kind, _ inline: CMarkNode) {
    var node = Node(kind: kind, start: Int32(matcher?.position ?? 0), end: 0)
    guard var matcher = self.matcher else {
      node.isLocated = false
      open.append(nodes.count)
      nodes.append(node)
      return
    }
    // The copy in `self` is dropped so that changing the matcher does not copy its state.
    self.matcher = nil
    if kind != .text, kind != .softBreak, kind != .lineBreak {
      matcher.beginConstruct()
      node.start = Int32(matcher.position)
    }
    switch kind {
    case .text: matchText(inline, &node, &matcher)
    case .softBreak, .lineBreak: place(matcher.lineBreak(isHard: kind == .lineBreak), &node, &matcher)
    case .code: matchCode(inline, &node, &matcher)
    case .html:
      let range = inline.withLiteral { matcher.raw($0) }
      if range.map({ source.bytes[$0.range].contains(where: \.isLineEnd) }) ?? true {
        node.payload = add(inline.literal)
      }
      place(range, &node, &matcher)
    case .footnoteReference: matchFootnote(&node, &matcher)
    case .emphasis: openMark(1, of: [UInt8(ascii: "*"), UInt8(ascii: "_")], &node, &matcher)
    case .strong: openMark(2, of: [UInt8(ascii: "*"), UInt8(ascii: "_")], &node, &matcher)
    case .strikethrough:
      let isDouble = matcher.peek(1) == UInt8(ascii: "~")
      openMark(isDouble ? 2 : 1, of: [UInt8(ascii: "~")], &node, &matcher)
    case .link, .image: openLink(inline, &node, &matcher)
    default: break
    }
    open.append(nodes.count)
    nodes.append(node)
    self.matcher = matcher
  }

  mutating func add(_ literal: String) -> Int32 {
    literals.append(literal)
    return Int32(literals.count - 1)
  }

  private func place(_ range: SourceRange?, _ node: inout Node, _ matcher: inout InlineMatcher) {
    if let range {
      node.start = Int32(range.lowerBound)
      node.end = Int32(range.upperBound)
    } else {
      node.isLocated = false
      matcher.fail()
    }
  }

  private mutating func matchText(_ inline: CMarkNode, _ node: inout Node, _ matcher: inout InlineMatcher) {
    let isRaw = openLinks.last.map { $0.form == .bare || $0.form == .autolink } ?? false
    var found = inline.withLiteral { matcher.text($0, isRaw: isRaw) }
    if found == nil, isRaw { found = inline.withLiteral { matcher.text($0) } }
    if found?.isVerbatim != true { node.payload = add(inline.literal) }
    place(found?.range, &node, &matcher)
  }

  private mutating func matchCode(_ inline: CMarkNode, _ node: inout Node, _ matcher: inout InlineMatcher) {
    let found = inline.withLiteral { matcher.code($0) }
    node.payload = add(inline.literal)
    place(found?.range, &node, &matcher)
  }

  private mutating func matchFootnote(_ node: inout Node, _ matcher: inout InlineMatcher) {
    let start = matcher.position
    guard let label = matcher.syntax.label(at: start), source.bytes[label.range.lowerBound] == UInt8(ascii: "^") else {
      place(nil, &node, &matcher)
      return
    }
    matcher.skip(to: label.next)
    node.payload = add(source[label.range])
    place(SourceRange(start, label.next), &node, &matcher)
  }

  private func openMark(_ count: Int, of marks: [UInt8], _ node: inout Node, _ matcher: inout InlineMatcher) {
    guard let mark = matcher.peek(), marks.contains(mark), matcher.match(mark, count: count) else {
      place(nil, &node, &matcher)
      return
    }
    node.detail = UInt8(count)
  }

  private mutating func openLink(_ inline: CMarkNode, _ node: inout Node, _ matcher: inout InlineMatcher) {
    let form: Link.Form
    if node.kind == .image {
      form = matcher.match(UInt8(ascii: "!")) && matcher.match(UInt8(ascii: "[")) ? .inline : .bare
      if form == .bare { place(nil, &node, &matcher) }
    } else if matcher.match(UInt8(ascii: "<")) {
      form = .autolink
    } else {
      form = matcher.match(UInt8(ascii: "[")) ? .inline : .bare
    }
    openLinks.append(
      OpenLink(inline: inline, node: nodes.count, textStart: matcher.position, form: form, index: links.count))
    node.payload = Int32(links.count)
    // The real link takes this place when its end is known.
    links.append(
      Link(
        form: form, isImage: node.kind == .image, range: nil, textRange: nil, destinationRange: nil, titleRange: nil,
        destination: "", title: nil, text: ""))
  }

  // MARK: Closing

  mutating func close() {
    guard let index = open.popLast() else { return }
    nodes[index].descendants = Int32(nodes.count - index - 1)
    switch nodes[index].kind {
    case .quote:
      quoteDepth -= 1
      endContainer(index)
    case .paragraph, .tableCell: matcher = nil
    case .heading:
      endHeading(index)
      matcher = nil
    case .emphasis, .strong, .strikethrough: closeMark(index)
    case .link, .image: closeLink(index)
    case .list, .item, .footnoteDefinition: endContainer(index)
    default: break
    }
  }

  /// Ends a container with what it holds: the parser may add the blank lines behind it.
  private mutating func endContainer(_ index: Int) {
    let last = lastChild(of: index).map { Int(nodes[$0].end) }
    var end = nodes[index].kind == .quote ? Int(nodes[index].end) : last ?? Int(nodes[index].end)
    while end > max(last ?? 0, Int(nodes[index].start)), source.bytes[end - 1].isSpace { end -= 1 }
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

  /// Ends a heading with its last mark: the parser ends it before a closing sequence, or on the line behind an underline.
  private mutating func endHeading(_ index: Int) {
    let start = Int(nodes[index].start)
    var end = Int(nodes[index].end)
    if start < source.bytes.count, source.bytes[start] == UInt8(ascii: "#") {
      end = source.line(source.lineIndex(at: start)).upperBound
    }
    while end > start, source.bytes[end - 1].isSpace { end -= 1 }
    nodes[index].end = Int32(end)
  }

  private mutating func closeMark(_ index: Int) {
    guard nodes[index].isLocated, var matcher = self.matcher else { return }
    let mark = source.bytes[Int(nodes[index].start)]
    if matcher.match(mark, count: Int(nodes[index].detail)) {
      nodes[index].end = Int32(matcher.position)
    } else {
      nodes[index].isLocated = false
      matcher.fail()
    }
    self.matcher = matcher
  }

  private mutating func closeLink(_ index: Int) {
    guard let link = openLinks.popLast() else { return }
    var tail: LinkTail?
    if var matcher = self.matcher, !matcher.hasFailed, nodes[index].isLocated {
      tail = LinkTail(link.form, link.inline, textStart: link.textStart, &matcher, quoteDepth: quoteDepth)
      if tail == nil { matcher.fail() }
      self.matcher = matcher
    }
    let start = Int(nodes[index].start)
    nodes[index].isLocated = tail != nil
    nodes[index].end = Int32(tail?.end ?? start)
    let title = link.inline.title
    links[link.index] = Link(
      form: tail?.form ?? link.form, isImage: nodes[index].kind == .image,
      range: tail.map { SourceRange(start, $0.end) },
      textRange: tail.map { SourceRange(link.textStart, $0.textEnd) },
      destinationRange: tail?.destination, titleRange: tail?.title,
      destination: link.inline.destination, title: title.isEmpty && tail?.title == nil ? nil : title,
      text: text(below: index))
  }

  private func text(below parent: Int) -> String {
    var result = ""
    for index in (parent + 1)..<max(nodes.count, parent + 1) {
      let node = nodes[index]
      switch node.kind {
      case .text, .code: result += node.payload >= 0 ? literals[Int(node.payload)] : source[node.range]
      case .softBreak, .lineBreak: result += " "
      default: break
      }
    }
    return result
  }

  mutating func finish(frontMatter: SourceRange?, start: Int) -> Tree {
    definitions += DefinitionScanner(source: source, nodes: nodes, start: start).definitions()
    definitions.sort { $0.range < $1.range }
    return Tree(
      source: source, nodes: nodes, literals: literals, links: links, definitions: definitions,
      frontMatter: frontMatter)
  }
}

extension UInt8 {
  var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
