import Source

/// Finds inlines in the source in step with the parser's tree.
extension TreeBuilder {
  mutating func openInline(_ kind: Node.Kind, _ inline: CMarkNode) {
    if kind != .text, kind != .softBreak, kind != .lineBreak { matcher.beginConstruct() }
    var node = Node(kind: kind, start: Int32(matcher.position), end: Int32(matcher.position))
    switch kind {
    case .text: matchText(inline, &node)
    case .softBreak, .lineBreak: place(matcher.lineBreak(isHard: kind == .lineBreak), &node)
    case .code:
      let found = inline.withLiteral { matcher.code($0) }
      node.payload = add(inline.literal)
      place(found?.range, &node)
    case .html:
      let range = inline.withLiteral { matcher.raw($0) }
      // After a newline, the source also has the prefix of the next line.
      if range.map({ containsNewline($0) }) ?? true { node.payload = add(inline.literal) }
      place(range, &node)
    case .footnoteReference: matchFootnote(&node)
    case .emphasis: openEmphasis(1, or: UInt8(ascii: "_"), &node)
    case .strong: openEmphasis(2, or: UInt8(ascii: "_"), &node)
    case .strikethrough: openEmphasis(matcher.peek(1) == UInt8(ascii: "~") ? 2 : 1, or: UInt8(ascii: "~"), &node)
    case .link, .image: openLink(inline, &node)
    default: break
    }
    open.append(nodes.count)
    nodes.append(node)
  }

  mutating func add(_ literal: String) -> Int32 {
    literals.append(literal)
    return Int32(literals.count - 1)
  }

  private func containsNewline(_ range: SourceRange) -> Bool {
    source.bytes.firstIndex(ofEither: UInt8(ascii: "\n"), or: UInt8(ascii: "\r"), in: range.range) != nil
  }

  private mutating func place(_ range: SourceRange?, _ node: inout Node) {
    if let range {
      node.start = Int32(range.lowerBound)
      node.end = Int32(range.upperBound)
    } else {
      node.isLocated = false
      matcher.fail()
    }
  }

  private mutating func matchText(_ inline: CMarkNode, _ node: inout Node) {
    let isRaw = openLinks.last.map { $0.form == .bare || $0.form == .autolink } ?? false
    var found = inline.withLiteral { matcher.text($0, isRaw: isRaw) }
    if found == nil, isRaw { found = inline.withLiteral { matcher.text($0) } }
    if found?.isVerbatim != true { node.payload = add(inline.literal) }
    place(found?.range, &node)
  }

  private mutating func matchFootnote(_ node: inout Node) {
    let start = matcher.position
    guard let label = matcher.syntax.label(at: start), source.bytes[label.range.lowerBound] == UInt8(ascii: "^") else {
      place(nil, &node)
      return
    }
    matcher.skip(to: label.next)
    node.payload = add(source[label.range])
    place(SourceRange(start, label.next), &node)
  }

  /// Opens emphasis with an asterisk or another delimiter.
  private mutating func openEmphasis(_ count: Int, or other: UInt8, _ node: inout Node) {
    let delimiter = matcher.peek() == other ? other : UInt8(ascii: "*")
    guard delimiter == other || other != UInt8(ascii: "~"), matcher.match(delimiter, count: count) else {
      place(nil, &node)
      return
    }
    node.detail = UInt8(count)
  }

  private mutating func openLink(_ inline: CMarkNode, _ node: inout Node) {
    let form: Link.Form
    if node.kind == .image {
      form = matcher.match(UInt8(ascii: "!")) && matcher.match(UInt8(ascii: "[")) ? .inline : .bare
      if form == .bare { place(nil, &node) }
    } else if matcher.match(UInt8(ascii: "<")) {
      form = .autolink
    } else {
      form = matcher.match(UInt8(ascii: "[")) ? .inline : .bare
    }
    openLinks.append(
      OpenLink(inline: inline, node: nodes.count, textStart: matcher.position, form: form, index: links.count))
    node.payload = Int32(links.count)
    // The link replaces it when its end is known.
    links.append(.unfinished)
  }
}
