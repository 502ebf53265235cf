import AwesomeList
import Markdown
import Source

/// Brings what a list writes in another form than usual in line with the rest of it: bullets, numbers, indentation, emphasis, strong
/// emphasis, thematic breaks and fences.
///
/// The usual form is that of more than half. All other bytes stay as they are.
struct OwnStyle {
  private let source: SourceText
  private let blocks: StyledBlocks
  private let bullets: BulletStyle

  /// The blocks at the offsets of `fixed` are neither counted nor changed.
  init(_ document: Document, fixed: Set<Int>) {
    source = document.source
    blocks = StyledBlocks(document.blocks.filter { !fixed.contains($0.range.lowerBound) })
    bullets = BulletStyle(blocks.lists)
  }

  /// The bullet of a new list.
  var bullet: Character { Character(UnicodeScalar(bullets.bullet(depth: 1) ?? UInt8(ascii: "-"))) }

  var edits: [Edit] {
    let numbers = NumberStyle(blocks.lists)
    var markers: [Int: String] = [:]
    for list in blocks.lists {
      markers.merge(list.isOrdered ? numbers.markers(of: list) : bullets.markers(of: list)) { first, _ in first }
    }
    let lists = ListIndentation(source, markers: markers, of: blocks.lists)
    return blocks.lists.flatMap(lists.edits) + headings + delimiters + breaks + fences
  }

  /// Headings with spaces before them, which could be read as a part of the list above, begin their lines.
  private var headings: [Edit] {
    let columns = blocks.headings.map { block in
      block.range.lowerBound - source.line(source.lineIndex(at: block.range.lowerBound)).lowerBound
    }
    guard Majority(columns).form == 0 else { return [] }
    return zip(blocks.headings, columns).compactMap { block, column in
      column > 0 ? Edit(SourceRange(block.range.lowerBound - column, block.range.lowerBound), "") : nil
    }
  }

  private var delimiters: [Edit] {
    let style = DelimiterStyle(source: source)
    return [(Inline.Kind.emphasis, 1), (.strong, 2)].flatMap { kind, length -> [Edit] in
      let ranges = blocks.inlines.filter { $0.kind == kind && $0.range.count > 2 * length }.map(\.range)
      guard let usual = Majority(ranges.map { source.bytes[$0.lowerBound] }).form else { return [] }
      return ranges.flatMap { style.edits(of: $0, length: length, to: usual) }
    }
  }

  /// A break is only changed below a blank line: hyphens would make a heading of a paragraph.
  private var breaks: [Edit] {
    let texts = blocks.breaks.map { block in
      let line = source.line(source.lineIndex(at: block.range.lowerBound))
      return source[SourceRange(block.range.lowerBound, line.upperBound)].trimmedEnd
    }
    guard let usual = Majority(texts).form else { return [] }
    return zip(blocks.breaks, texts).compactMap { block, text in
      let line = source.lineIndex(at: block.range.lowerBound)
      let isFree =
        line == 0 || source.bytes(in: source.line(line - 1)).allSatisfy { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }
      guard text != usual, isFree else { return nil }
      return Edit(SourceRange(block.range.lowerBound, block.range.lowerBound + text.utf8.count), usual)
    }
  }

  private var fences: [Edit] {
    let style = blocks.fences.map { source.bytes[$0.range.lowerBound] }
    guard let usual = Majority(style).form else { return [] }
    return zip(blocks.fences, style).flatMap { $1 == usual ? [] : edits(ofFence: $0, from: $1, to: usual) }
  }

  /// The edits of both fences of a block, which neither its content nor its info string may end.
  private func edits(ofFence block: Block, from old: UInt8, to new: UInt8) -> [Edit] {
    let start = block.range.lowerBound
    let opening = source.line(source.lineIndex(at: start))
    let length = source.bytes(in: SourceRange(start, opening.upperBound)).prefix { $0 == old }.count
    let last = source.line(source.lineIndex(at: max(start, block.range.upperBound - 1)))
    let closing = source.bytes(in: last).trimmingSuffix(while: \.isSpaceOrTab)
    let mark = closing.reversed().prefix { $0 == old }.count
    let info = source.bytes(in: SourceRange(start + length, opening.upperBound))
    guard last != opening, mark >= length, !info.contains(UInt8(ascii: "`")), !info.contains(UInt8(ascii: "~")),
      !block.literal.utf8.contains(new)
    else { return [] }
    let text = { (count: Int) in String(repeating: Character(UnicodeScalar(new)), count: count) }
    return [
      Edit(SourceRange(start, start + length), text(length)),
      Edit(SourceRange(closing.endIndex - mark, closing.endIndex), text(mark)),
    ]
  }
}
