import Source

/// Inlines, found in the source in step with the parser's tree.
extension TreeBuilder {
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
}
