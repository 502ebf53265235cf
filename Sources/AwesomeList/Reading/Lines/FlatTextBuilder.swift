import Markdown
import Markup
import Source

/// Flattens the inlines of Markdown or raw HTML into a line of text.
struct FlatTextBuilder {
  private(set) var bytes: [UInt8] = []
  private(set) var spans: [FlatText.Span] = []
  private(set) var links: [ListLink] = []
  /// The end in `bytes` of a strong text at the start; 0 without one.
  private(set) var strongEnd = 0

  /// The text before a strong text that is still at the start: an emoji at most.
  private static let longestStart = 8

  /// Whether a strong text of raw HTML at the start is open.
  private var isStrong = false
  /// The open HTML link.
  private var openLink: (tag: HTMLTag, start: Int, source: SourceRange, alternative: String, isCode: Bool)?
  /// Where the open HTML code begins.
  private var openCode: (start: Int, offset: Int)?

  /// Reads a paragraph, heading or table cell.
  mutating func read(_ block: Block, html: RawHTML) {
    let tree = block.tree
    let range = block.range
    bytes.reserveCapacity(range.count)
    spans.reserveCapacity(8)
    let end = block.index + 1 + Int(tree.nodes[block.index].descendants)
    var index = block.index + 1
    var strongNodeEnd = 0
    while index < end {
      if index == strongNodeEnd { strongEnd = bytes.count }
      let node = tree.nodes[index]
      let place = node.isLocated ? node.range : SourceRange(range.lowerBound, range.lowerBound)
      index += 1
      switch node.kind {
      case .link:
        // A link ends an open HTML link, as an HTML link does.
        closeLink(at: SourceRange(place.lowerBound, place.lowerBound))
        addLink(tree, node, index..<index + Int(node.descendants), at: place)
        index += Int(node.descendants)
      case .image:
        addImage(tree.links[Int(node.payload)].text, at: place)
        index += Int(node.descendants)
      case .html:
        if let token = html.token(at: place.lowerBound) { add(token) }
      case .softBreak, .lineBreak: addBreak(at: place)
      case .text, .code:
        let start = bytes.count
        tree.appendText(of: node, to: &bytes)
        addText(node.kind == .code ? .code : .text, from: start, at: place)
      case .strong:
        if strongNodeEnd == 0, bytes.count < Self.longestStart { strongNodeEnd = index + Int(node.descendants) }
      default: break
      }
    }
    if index == strongNodeEnd { strongEnd = bytes.count }
  }

  // MARK: Markdown

  private mutating func addLink(_ tree: Tree, _ link: Node, _ inner: Range<Int>, at range: SourceRange) {
    let start = bytes.count
    var isCode = true
    var alternative = ""
    var index = inner.lowerBound
    while index < inner.upperBound {
      let node = tree.nodes[index]
      index += 1
      switch node.kind {
      case .text, .code:
        tree.appendText(of: node, to: &bytes)
        if node.kind == .text { isCode = false }
      case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
      case .image:
        index += Int(node.descendants)
        alternative += tree.links[Int(node.payload)].text
      default: break
      }
    }
    let found = ListLink(tree.links[Int(link.payload)], imageText: imageText(alternative, from: start))
    addLink(found, isCode: isCode, from: start, at: range)
  }

  /// The alternative text of a link's images if the link has no other text.
  private func imageText(_ alternative: String, from start: Int) -> String? {
    bytes.count == start && !alternative.isEmpty ? alternative : nil
  }

  private mutating func addLink(_ link: ListLink, isCode: Bool, from start: Int, at range: SourceRange) {
    links.append(link)
    add(.link(links.count - 1, isCode: isCode && bytes.count > start), from: start, at: range)
  }

  // MARK: HTML

  /// Adds a tag or text of raw HTML; a run of white space becomes one space.
  mutating func add(_ token: HTMLToken) {
    switch token.kind {
    case .text(let text):
      let start = bytes.count
      append(collapsing: text)
      addText(openCode == nil ? .text : .code, from: start, at: token.range)
    case .start(let tag): open(tag, at: token.range)
    case .end("a"): closeLink(at: token.range)
    case .end("code"):
      guard let code = openCode else { return }
      openCode = nil
      if openLink == nil { add(.code, from: code.start, at: SourceRange(code.offset, token.range.upperBound)) }
    case .end("b"), .end("strong"):
      if isStrong { strongEnd = bytes.count }
      isStrong = false
    default: break
    }
  }

  private mutating func open(_ tag: HTMLTag, at range: SourceRange) {
    switch tag.name {
    case "a":
      closeLink(at: SourceRange(range.lowerBound, range.lowerBound))
      openLink = (tag, bytes.count, range, "", true)
    case "img":
      addImage(openLink == nil ? "" : tag["alt"] ?? "", at: range)
    case "br": addBreak(at: range)
    case "code", "kbd": openCode = openCode ?? (bytes.count, range.lowerBound)
    case "b", "strong": if strongEnd == 0, bytes.count < Self.longestStart { isStrong = true }
    default: break
    }
  }

  private mutating func closeLink(at range: SourceRange) {
    guard let open = openLink else { return }
    openLink = nil
    let text = String(decoding: bytes[open.start...], as: UTF8.self)
    let imageText = imageText(open.alternative, from: open.start)
    guard let link = ListLink(open.tag, text: text, imageText: imageText, at: open.source) else {
      addText(.text, from: open.start, at: open.source.union(range))
      return
    }
    addLink(link, isCode: open.isCode, from: open.start, at: open.source.union(range))
  }

  private mutating func append(collapsing text: String) {
    for byte in text.utf8 {
      guard byte.isASCIIWhitespace else {
        bytes.append(byte)
        continue
      }
      if let last = bytes.last, last != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
    }
  }

  // MARK: Spans

  /// Adds an image, unless it is part of an open link.
  private mutating func addImage(_ alternative: String, at range: SourceRange) {
    if openLink == nil { add(.image, from: bytes.count, at: range) } else { openLink?.alternative += alternative }
  }

  private mutating func addBreak(at range: SourceRange) {
    bytes.append(UInt8(ascii: " "))
    if openLink == nil { add(.lineBreak, from: bytes.count - 1, at: range) }
  }

  /// Adds text or code, unless it is part of an open link or code.
  private mutating func addText(_ kind: FlatText.Span.Kind, from start: Int, at range: SourceRange) {
    if openLink != nil {
      if case .text = kind, openCode == nil { openLink?.isCode = false }
    } else if openCode == nil {
      add(kind, from: start, at: range)
    }
  }

  private mutating func add(_ kind: FlatText.Span.Kind, from start: Int, at range: SourceRange) {
    spans.append(FlatText.Span(kind: kind, bounds: start..<bytes.count, source: range))
  }

  /// Ends the open link and code.
  mutating func finish() {
    if let code = openCode, openLink == nil {
      openCode = nil
      add(.code, from: code.start, at: SourceRange(code.offset, code.offset))
    }
    if let open = openLink { closeLink(at: SourceRange(open.source.upperBound, open.source.upperBound)) }
  }
}
