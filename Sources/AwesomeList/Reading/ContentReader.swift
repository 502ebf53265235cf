public import Markdown
import Markup
public import Source

/// Reads blocks outside of entries as content.
///
/// Comments, rules, targets of links, badges, titles of contents lists, and lines that only lead to the document's own sections have
/// none.
public struct ContentReader: Sendable {
  private let html: RawHTML
  /// The images by their offsets.
  private let images: [Int: ListLink]

  /// The deepest nesting that is kept; what is deeper becomes one paragraph.
  private static let maximumDepth = 24

  public init(_ list: List) {
    html = RawHTML(list.document)
    images = Dictionary(list.links.filter(\.isImage).map { ($0.range.lowerBound, $0) }) { first, _ in first }
  }

  /// The content of a block without the text in some ranges, which are sorted; several contents of raw HTML with several lines.
  public func contents(of block: Block, without excluded: [SourceRange] = []) -> [Content] {
    contents(of: block, without: excluded, depth: 0)
  }

  private func contents(of block: Block, without excluded: [SourceRange], depth: Int) -> [Content] {
    if depth == Self.maximumDepth { return flattened(block) }
    switch block.kind {
    case .code:
      var code = Content(.code, at: block.range.lowerBound)
      let text = block.literal.utf8.trimmingSuffix { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      code.runs = [Content.Run(text: String(Substring(text)), link: nil, isCode: true)]
      return text.isEmpty ? [] : [code]
    case .html: return lines(of: block, without: excluded)
    case .thematicBreak: return []
    case .tableCell where depth > 0: return [cell(block)]
    case .paragraph, .heading, .tableCell: return [paragraph(block, without: excluded)].compactMap(\.self)
    case .quote: return container(.quote, block, depth)
    case .list(let start, _):
      return container(.list, block, depth).map { list in
        var list = list
        list.start = start
        return list
      }
    case .item: return container(.item, block, depth)
    case .table: return container(.table, block, depth)
    case .tableRow: return container(.row, block, depth)
    case .footnoteDefinition: return container(.footnote, block, depth)
    }
  }

  private func container(_ kind: Content.Kind, _ block: Block, _ depth: Int) -> [Content] {
    var content = Content(kind, at: block.range.lowerBound)
    content.children = block.children.flatMap { contents(of: $0, without: [], depth: depth + 1) }
    if block.alert != nil, !content.children.isEmpty { content.children[0].removeAlertMark() }
    let isEmpty = kind == .row ? content.children.allSatisfy(\.runs.isEmpty) : content.children.isEmpty
    return isEmpty ? [] : [content]
  }

  /// A cell, also an empty one: it has a place in its row.
  private func cell(_ block: Block) -> Content {
    var cell = Content(.cell, at: block.range.lowerBound)
    cell.runs = runs(of: FlatText(block, html: html), without: [])
    return cell
  }

  private func paragraph(_ block: Block, without excluded: [SourceRange]) -> Content? {
    guard block.holdsInlines, var found = content(of: FlatText(block, html: html), block.range, without: excluded)
    else { return nil }
    let inlines = block.inlines.filter { $0.kind != .softBreak && !$0.text.trimmed.isEmpty }
    found.isStrong = inlines.count == 1 && inlines.first?.kind == .strong
    return found
  }

  /// All text of a block in one paragraph.
  private func flattened(_ block: Block) -> [Content] {
    var paragraph = Content(.paragraph, at: block.range.lowerBound)
    for inner in [block] + block.allBlocks where inner.holdsInlines {
      if !paragraph.runs.isEmpty { paragraph.runs.append(Content.Run(text: " ", link: nil)) }
      paragraph.runs += runs(of: FlatText(inner, html: html), without: [])
    }
    return paragraph.runs.isEmpty ? [] : [paragraph]
  }

  // MARK: HTML

  /// A paragraph for each line of raw HTML.
  private func lines(of block: Block, without excluded: [SourceRange]) -> [Content] {
    var contents: [Content] = []
    var line: [HTMLToken] = []
    func end() {
      guard let first = line.first, let last = line.last else { return }
      let range = first.range.union(last.range)
      if let content = content(of: FlatText(line[...]), range, without: excluded) { contents.append(content) }
      line = []
    }
    for token in html.tokens(in: block.range) {
      switch token.kind {
      case .start(let tag) where Self.lineTags.contains(tag.name): end()
      case .end(let name) where Self.lineTags.contains(name): end()
      // A line must begin with its text: spaces before it have another place.
      case .text(let text) where line.isEmpty && text.trimmed.isEmpty: continue
      case .end("td"), .end("th"): line.append(HTMLToken(.text(" "), token.range))
      default: line.append(token)
      }
    }
    end()
    return contents
  }

  private static let lineTags: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
  ]

  // MARK: Runs

  /// The content of a line; nil if it has neither words nor links, or only leads to the document's own sections.
  private func content(of text: FlatText, _ range: SourceRange, without excluded: [SourceRange]) -> Content? {
    let runs = runs(of: text, without: excluded)
    let others = runs.filter { $0.link == nil }
    let hasWords = others.contains { run in
      run.isCode || run.text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
    let links = runs.compactMap(\.link)
    if links.isEmpty, ContentsFinder.isLabel(others.map(\.text).joined()) { return nil }
    guard hasWords || links.contains(where: { !$0.isFragment }) else { return nil }
    let isPicture = !hasWords && runs.allSatisfy { $0.link == nil || $0.isImage }
    var content = Content(isPicture ? .images : .paragraph, at: range.lowerBound)
    content.runs = isPicture ? runs.filter { $0.link != nil }.separated : runs
    return content
  }

  private func runs(of text: FlatText, without excluded: [SourceRange]) -> [Content.Run] {
    var runs: [Content.Run] = []
    for span in text.spans where !excluded.holds(span.source.lowerBound) {
      let piece = String(decoding: text.bytes[span.bounds], as: UTF8.self)
      switch span.kind {
      case .text, .lineBreak:
        if let last = runs.last, last.link == nil, !last.isCode {
          runs[runs.count - 1].text += piece
        } else {
          runs.append(Content.Run(text: piece, link: nil))
        }
      case .code: runs.append(Content.Run(text: piece, link: nil, isCode: true))
      case .image:
        guard let image = images[span.source.lowerBound], !image.isBadge else { continue }
        runs.append(Content.Run(text: image.text, link: image, isImage: true))
      case .link(let index, let isCode):
        let link = text.links[index]
        if piece.trimmed.isEmpty {
          if isBadge(link, span.source) { continue }
          runs.append(Content.Run(text: link.imageText ?? "", link: link, isImage: true))
        } else {
          runs.append(Content.Run(text: piece, link: link, isCode: isCode))
        }
      }
    }
    return runs.trimmed
  }

  /// Whether a link without text is around badges only.
  private func isBadge(_ link: ListLink, _ range: SourceRange) -> Bool {
    var count = 0
    for offset in range.lowerBound..<range.upperBound {
      guard let image = images[offset] else { continue }
      if !image.isBadge { return false }
      count += 1
    }
    return count > 0
  }
}

extension ListLink {
  /// Whether an image is a badge, by its address.
  public var isBadge: Bool {
    let url = url.lowercased()
    return isImage && ["badge", "shields.io/", "travis-ci.", "awesome.re/"].contains { url.contains($0) }
  }
}

extension [SourceRange] {
  /// Whether one of these sorted ranges, which do not overlap, has an offset.
  fileprivate func holds(_ offset: Int) -> Bool {
    if isEmpty { return false }
    let index = partitioningIndex { $0.upperBound > offset }
    return index < count && self[index].lowerBound <= offset
  }
}

extension [Content.Run] {
  /// The runs without spaces at the ends of the line.
  fileprivate var trimmed: [Content.Run] {
    var runs = self
    while let first = runs.first, first.link == nil, first.text.trimmed.isEmpty { runs.removeFirst() }
    while let last = runs.last, last.link == nil, last.text.trimmed.isEmpty { runs.removeLast() }
    if let first = runs.first, first.link == nil {
      runs[0].text = String(Substring(first.text.utf8.drop(while: \.isASCIIWhitespace)))
    }
    if let last = runs.last, last.link == nil {
      runs[runs.count - 1].text = String(Substring(last.text.utf8.trimmingSuffix(while: \.isASCIIWhitespace)))
    }
    return runs
  }

  /// The runs with a space between each two.
  fileprivate var separated: [Content.Run] {
    Array(map { [$0] }.joined(separator: [Content.Run(text: " ", link: nil)]))
  }
}

extension Content {
  /// Removes the marker of an alert, such as `[!NOTE]`.
  fileprivate mutating func removeAlertMark() {
    guard let first = runs.first, first.link == nil, let end = first.text.utf8.firstIndex(of: UInt8(ascii: "]")) else {
      return
    }
    let rest = first.text.utf8[end...].dropFirst().drop(while: \.isASCIIWhitespace)
    runs[0].text = String(Substring(rest))
  }
}
