import AwesomeList
import Markdown
import Source

/// Composes the text of a rendered list from its blocks, reference definitions and contents list.
struct ListComposer {
  let list: List
  let contents: ContentsOption
  let headingShift: Int

  /// The text, with a final line end; links into the document follow the anchors that move.
  func text(_ anchors: AnchorMap) throws(RenderingError) -> [UInt8] {
    let edits = anchors.edits(in: list)
    guard !edits.isEmpty else { return compose(list, anchors) }
    let bytes = edits.applied(to: list.document.source.bytes).bytes
    return compose(try Renderer.list(SourceText(utf8: bytes)), anchors)
  }

  private func compose(_ list: List, _ anchors: AnchorMap) -> [UInt8] {
    let source = list.document.source
    var writer = BlockWriter(source: source, headingShift: headingShift)
    var output = BlockOutput()
    var bullets = BulletSequence()
    if let range = list.document.frontMatter {
      output.add(InlineText.lines(in: source, range: range, quoteDepth: 0).droppingBlankEnd)
    }
    for part in ListParts(list, contents: contents).parts {
      switch part.kind {
      case .block(let block):
        output.add(writer.lines(of: block, bullet: bullets.bullet(of: block)), isAttached: part.isAttached)
      case .lines(let lines):
        output.add(lines, isAttached: part.isAttached)
      case .contents(let hasHeading):
        let writer = ContentsWriter(list: list, anchors: anchors, headingShift: headingShift)
        if !hasHeading { output.add([writer.heading]) }
        output.add(writer.lines)
        bullets.addList()
      }
    }
    return output.bytes
  }
}
