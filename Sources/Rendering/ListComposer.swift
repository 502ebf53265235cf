import AwesomeList
import Markdown
import Source

/// Composes the text of a rendered list from its blocks, reference definitions and contents list.
struct ListComposer {
  let prepared: PreparedList
  let options: RenderOptions
  let headingShift: Int

  /// The lines that are added so that links to headings that move or go still work.
  var addedAnchors: [String] {
    let moved = options.keepsAnchors ? prepared.anchors.moves.map { Self.anchorLine($0.old) } : []
    return moved + (options.contents == .never ? [Self.contentsAnchor(of: prepared.list)].compactMap(\.self) : [])
  }

  /// What stands for a contents heading that goes while links lead to it.
  static func contentsAnchor(of list: List) -> String? {
    guard let anchor = list.removableContentsHeading?.anchor else { return nil }
    let isTarget = list.links.contains { link in
      link.url.hasPrefix("#") && Anchors.target(of: String(link.url.dropFirst())) == anchor
    }
    return isTarget ? anchorLine(anchor) : nil
  }

  /// The text, with a final line end; links into the document follow the anchors that move.
  func text(_ anchors: AnchorMap) throws(RenderingError) -> [UInt8] {
    let list = prepared.list
    let edits = anchors.edits(in: list)
    guard !edits.isEmpty else { return compose(list, anchors) }
    let bytes = edits.applied(to: list.document.source.bytes).bytes
    return compose(try Renderer.list(SourceText(utf8: bytes)), anchors)
  }

  private func compose(_ list: List, _ anchors: AnchorMap) -> [UInt8] {
    let source = list.document.source
    let order = EntryOrder(list, isAlphabetical: options.isAlphabetical)
    var writer = BlockWriter(source: source, headingShift: headingShift, order: order)
    var output = BlockOutput()
    var bullets = BulletSequence()
    // In the middle of another file it would be no front matter.
    if let range = list.document.frontMatter, headingShift == 0 {
      output.add(InlineText.lines(in: source, range: range, quoteDepth: 0).droppingBlankEnd)
    }
    let oldAnchors = addedAnchors(in: list)
    for part in ListParts(list, contents: options.contents, order: order).parts {
      switch part.kind {
      case .block(let block):
        if let anchor = oldAnchors[block.range.lowerBound] { output.add([anchor]) }
        output.add(writer.lines(of: block, bullet: bullets.bullet(of: block)), isAttached: part.isAttached)
      case .described(let items):
        let bullet = bullets.addList()
        output.add(items.flatMap { writer.lines(of: $0, bullet: bullet) })
      case .lines(let lines):
        output.add(lines, isAttached: part.isAttached)
        bullets.reset()
      case .contents(let hasHeading):
        let writer = ContentsWriter(list: list, anchors: anchors, options: options, headingShift: headingShift)
        if !hasHeading { output.add([writer.heading]) }
        output.add(writer.lines)
        _ = bullets.addList()
      }
    }
    return output.bytes
  }

  /// The added lines by the offset of the heading that they go before.
  private func addedAnchors(in list: List) -> [Int: String] {
    guard options.keepsAnchors else { return [:] }
    let old = Dictionary(prepared.anchors.moves.map { ($0.new, $0.old) }) { first, _ in first }
    return Dictionary(
      list.headings.compactMap { heading in
        old[heading.anchor].map { (heading.range.lowerBound, Self.anchorLine($0)) }
      }
    ) { first, _ in first }
  }

  private static func anchorLine(_ name: String) -> String {
    let escaped = name.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
    return "<a id=\"\(escaped)\"></a>"
  }
}
