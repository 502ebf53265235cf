import AwesomeList
import Markdown
import Source
import TextRepair

/// A list before its layout: repaired, in UTF-8 with LF, with the options for text applied.
struct NormalizedList {
  let list: List
  /// The front matter as it is in the source: it is another program's, whatever is wrong with it.
  let frontMatter: ArraySlice<UInt8>
  let repairs: [Mojibake]
  /// From the anchors of the source to those after repairs and options.
  let anchors: AnchorMap
  let contents: ContentsPlace
  /// What was changed in the contents lists.
  let contentsChanges: [ContentsNote]
  /// The links of the source that had no target.
  let brokenFragments: [BrokenFragment]

  /// The newline of the rendered list.
  let newline: [UInt8]
  /// The usual bullet.
  let bullet: Character

  /// Whether the layout is that of the source.
  private let keepsLayout: Bool
  private let style: [Edit]

  init(_ original: List, _ options: RenderOptions) throws(RenderingError) {
    let source = original.document.source
    let front = [original.document.frontMatter].compactMap(\.self)
    frontMatter = front.first.map { source.bytes(in: $0) } ?? []
    let protected = [ProtectedRegion](
      code: original.document.codeRanges, destinations: original.destinationRanges, syntax: original.quoteRanges,
      suppressed: Suppressions(original).ranges(of: Mojibake.ruleID) + front)
    let (bytes, repairs) = Repairer().repaired(source.bytes, protected: protected)
    self.repairs = repairs
    brokenFragments = original.brokenFragments
    let content = bytes.droppingByteOrderMarks
    let isClean = content.elementsEqual(source.bytes) && !bytes.contains(UInt8(ascii: "\r"))
    let repaired = isClean ? original : try Renderer.list(SourceText(utf8: Self.withLF(content)))
    let changed = try TextOptions(options).applied(to: repaired)
    anchors = changed.document.source.bytes == source.bytes ? .unchanged : AnchorMap(from: original, to: changed)
    let linked = try Self.updated(changed, anchors)
    if options.contents == .never {
      (list, contentsChanges) = (linked, [])
    } else {
      let edit = try ContentsEdit(linked, depth: options.contentsDepth)
      (list, contentsChanges) = (edit.list, edit.notes)
    }
    contents = ContentsPlace(list, .unchanged)
    keepsLayout = options.style == .own
    newline = keepsLayout && Self.hasCRLF(source.bytes) ? [0x0D, 0x0A] : [0x0A]
    // Before the other edits: a table that is aligned only in the source is to stay so.
    let tables =
      list.document.source.bytes == repaired.document.source.bytes && isClean
      ? [] : TableAlignment.edits(from: original.document, to: list.document)
    if keepsLayout {
      // What another tool writes is left to it.
      let managed = ManagedRegions(list.document)
      let own = OwnStyle(
        list.document, fixed: Set(list.document.blocks.map(\.range).filter(managed.contains).map(\.lowerBound)))
      (style, bullet) = (tables + own.edits, own.bullet)
    } else {
      (style, bullet) = (tables + InlineStyle.edits(in: list.document), "-")
    }
  }

  /// The list with its links led to anchors that moved.
  private static func updated(_ list: List, _ anchors: AnchorMap) throws(RenderingError) -> List {
    let edits = anchors.edits(in: list)
    if edits.isEmpty { return list }
    let source = list.document.source
    let updated = try Renderer.list(SourceText(utf8: edits.applied(to: source.bytes).bytes))
    let (before, after) = (list.document.blocks, updated.document.blocks)
    guard before.count == after.count else { return list }
    let isSame = zip(before, after).allSatisfy { block, other in
      block.isSame(as: other) || block.isSame(as: other, after: anchors.change())
    }
    return isSame ? updated : list
  }

  /// The text in its style, its links updated to anchors that move; where its layout stays, also with its headings lowered.
  func text(_ anchors: AnchorMap, headingShift: Int = 0, isStyled: Bool = true) -> EditedSource {
    let source = list.document.source
    let edits = anchors.edits(in: list) + (isStyled ? style : [])
    let text = EditedSource(source, edits)
    guard keepsLayout, headingShift > 0 else { return text }
    let lowered = HeadingShift(levels: headingShift).edits(in: list.document, text)
    // The new line of an underlined heading has the edits in it.
    let whole = lowered.map(\.range).filter { !$0.isEmpty }
    let outside = edits.filter { edit in
      let index = whole.partitioningIndex { $0.upperBound >= edit.range.upperBound }
      return index == whole.count || !whole[index].contains(edit.range)
    }
    return EditedSource(source, outside + lowered)
  }

  /// Whether most lines end in CR LF.
  private static func hasCRLF(_ bytes: [UInt8]) -> Bool {
    guard bytes.contains(UInt8(ascii: "\r")) else { return false }
    let lineFeeds = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
    return 2 * lineFeeds.count { $0 > 0 && bytes[$0 - 1] == UInt8(ascii: "\r") } > lineFeeds.count
  }

  /// The bytes with LF for CR and CRLF.
  private static func withLF(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\r")) else { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\r") {
        result.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
        result.append(byte)
      }
      previous = byte
    }
    return result
  }
}
