import Source

extension Block {
  /// A number that two blocks share if a reader gets the same of them: kinds, nesting, text, code, raw HTML and addresses, whatever the
  /// marks in which they are written.
  ///
  /// It holds within one run of the program. `headingShift` is how many levels headings will go down; `address` is what becomes of the
  /// destination of a link or image, and `markup` what becomes of raw HTML.
  public func fingerprint(
    headingShift: Int = 0, address: @escaping (String) -> String = { $0 }, markup: @escaping (String) -> String = { $0 }
  ) -> Int {
    let change = Change(headingShift: headingShift, address: address, markup: markup)
    var hasher = Hasher()
    var ends: [Int] = []
    var isText = false
    var position = index
    let end = index + 1 + Int(tree.nodes[index].descendants)
    while position < end {
      let node = tree.nodes[position]
      while let last = ends.last, last <= position {
        ends.removeLast()
        isText = false
      }
      // Where a text is cut into nodes and lines depends on its marks, not on what it says.
      let continues = node.kind == .text || node.kind == .softBreak
      if !continues || !isText {
        hasher.combine(ends.count)
        hasher.combine(continues ? Node.Kind.text.rawValue : node.kind.rawValue)
      }
      isText = continues
      tree.combine(node, into: &hasher, change)
      if node.descendants > 0 { ends.append(position + 1 + Int(node.descendants)) }
      position += 1
    }
    return hasher.finalize()
  }
}

/// What is known to become of a block's parts.
private struct Change {
  let headingShift: Int
  let address: (String) -> String
  let markup: (String) -> String
}

extension Tree {
  fileprivate func combine(_ node: Node, into hasher: inout Hasher, _ change: borrowing Change) {
    switch node.kind {
    case .heading: hasher.combine(min(Int(node.detail) + change.headingShift, 6))
    case .list:
      hasher.combine(node.detail)
      hasher.combine(node.payload)
    case .item, .tableRow: hasher.combine(node.detail)
    case .codeBlock: combine(literal(of: node)[...], into: &hasher)
    // A block that is not closed takes the blank lines behind it in.
    case .htmlBlock: combine(change.markup(literal(of: node)).trimmingLineEnds, into: &hasher)
    case .html: combine(change.markup(literal(of: node))[...], into: &hasher)
    case .text, .code, .footnoteReference:
      if node.payload >= 0 {
        combine(literals[Int(node.payload)][...], into: &hasher)
      } else {
        unsafe source.bytes(in: node.range).withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
      }
    case .softBreak: combine(" ", into: &hasher)
    case .link, .image:
      guard node.payload >= 0 else { return }
      let link = links[Int(node.payload)]
      hasher.combine(change.address(link.destination))
      hasher.combine(link.title ?? "")
    default: break
    }
  }

  private func literal(of node: Node) -> String {
    node.payload >= 0 ? literals[Int(node.payload)] : source[node.range]
  }

  private func combine(_ text: Substring, into hasher: inout Hasher) {
    var text = text
    // The line ends of the file are not the block's.
    if text.utf8.contains(UInt8(ascii: "\r")) { text = text.replacing("\r\n", with: "\n") }
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension String {
  fileprivate var trimmingLineEnds: Substring {
    var end = utf8.endIndex
    while end > utf8.startIndex, utf8[utf8.index(before: end)].isLineEnd { end = utf8.index(before: end) }
    return self[..<end]
  }
}
