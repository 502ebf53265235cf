public import AwesomeList
import Markdown
public import Source
import TextRepair

/// Writes lists in their own form, or in the canonical one.
///
/// The own form is that of the list, repaired: all bytes stay but for markers, delimiters and indentation unlike the rest of the list's.
/// The canonical form: UTF-8 with LF; ATX headings; one blank line between blocks, none between an entry and the quote that describes
/// it; hyphens as bullets; fences of backticks; `*emphasis*`, `**strong**` and `'titles'`; other inline text, raw HTML and tables
/// verbatim. A block whose content the form would change is kept verbatim. Rendering its own output changes nothing.
public struct Renderer: Sendable {
  private let options: RenderOptions

  /// The attempts to compose a list; each keeps more blocks verbatim.
  private static let attempts = 6
  /// The renderings until sorted or reshaped entries are stable; usually 2.
  private static let rounds = 6

  public init(_ options: RenderOptions = RenderOptions()) {
    self.options = options
  }

  /// Renders a text as a list.
  public func render(_ source: SourceText, into target: SourceText? = nil) throws(RenderingError) -> RenderedList {
    try render(Self.list(source), into: target)
  }

  /// Renders a list, into the marked region of `target` where that has one.
  ///
  /// The result is read back and compared with the list before it is returned.
  public func render(_ list: List, into target: SourceText? = nil) throws(RenderingError) -> RenderedList {
    let source = list.document.source
    if let conflict = list.document.conflictMarkers.first {
      throw .mergeConflict(line: source.location(of: conflict.lowerBound).line)
    }
    let region: MarkedRegion? = if let target { try MarkedRegion(in: target) } else { nil }
    let plain = try withoutFrame(list)
    guard options.shape != .keep || options.order != nil else { return try render(plain, region, target, options) }
    // Sorted or reshaped entries get other neighbours, and so perhaps another form: repeat until the text is stable.
    var unframed = options
    (unframed.header, unframed.footer) = (nil, nil)
    var first: RenderedList?
    var settled = plain
    for _ in 0..<Self.rounds {
      let next = try render(settled, nil, nil, unframed)
      if first == nil { first = next }
      var list = try Self.list(SourceText(utf8: next.bytes))
      if let order = options.order {
        list = try WrittenOrder(order: order, includesItems: options.style == .own).applied(to: list)
      }
      if list.document.source.bytes == settled.document.source.bytes { break }
      settled = list
    }
    return try render(settled, region, target, options).with(first)
  }

  /// Renders a list once; blocks that fail the round-trip check are kept verbatim.
  private func render(
    _ list: List, _ region: MarkedRegion?, _ target: SourceText?, _ options: RenderOptions
  ) throws(RenderingError) -> RenderedList {
    let normalized = try NormalizedList(list, options)
    let shift = region == nil ? 0 : 1
    let composer = ListComposer(normalized, options, headingShift: shift)
    var verbatim: Set<Int> = []
    // With the layout of the source, nothing in a block can be lost.
    let copied = options.style == .own ? Set(normalized.list.document.blocks.map(\.range.lowerBound)) : []
    for attempt in 1...Self.attempts {
      let (text, anchors, rendered) = try placed(composer, verbatim, region, target)
      let check = RoundTripCheck(
        before: normalized.list, after: rendered, text: text, anchors: anchors,
        headingShift: shift, verbatim: verbatim.union(copied), isShaped: options.shape != .keep)
      let differences = check.differences()
      guard let difference = differences.first else {
        let broken = try brokenFragments(list, normalized.list, rendered, in: text.list)
        return result(text, normalized, anchors, verbatim, broken)
      }
      let wrong = Set(differences.compactMap { $0.block?.range.lowerBound })
      guard attempt < Self.attempts, !wrong.isSubset(of: verbatim) else {
        throw failure(difference, in: normalized.list)
      }
      verbatim.formUnion(wrong)
    }
    throw .changesContent("no form keeps it", line: 1)
  }

  static func list(_ source: SourceText) throws(RenderingError) -> List {
    do {
      return try List(source)
    } catch {
      throw .markdown(error)
    }
  }
}

extension Renderer {
  private typealias Placed = (text: ComposedText, anchors: AnchorMap, list: List)

  /// The list without the header and footer of an earlier run; its lines keep their numbers.
  private func withoutFrame(_ list: List) throws(RenderingError) -> List {
    let source = list.document.source
    var edits: [Edit] = []
    for (name, text) in [(MarkedRegion.Name.header, options.header), (.footer, options.footer)] where text != nil {
      guard let region = try MarkedRegion(name, in: source) else { continue }
      let lines =
        source.lineIndex(at: region.outerRange.upperBound) - source.lineIndex(at: region.outerRange.lowerBound)
      edits.append(Edit(region.outerRange, String(repeating: "\n", count: lines)))
    }
    return edits.isEmpty ? list : try Self.list(SourceText(utf8: edits.applied(to: source.bytes).bytes))
  }

  private func placed(
    _ composer: ListComposer, _ verbatim: Set<Int>, _ region: MarkedRegion?, _ target: SourceText?
  ) throws(RenderingError) -> Placed {
    let newline = region?.newline ?? composer.normalized.newline
    func place(_ anchors: AnchorMap) throws(RenderingError) -> (ComposedText, List) {
      let text = composer.compose(anchors, verbatim: verbatim, newline: newline).placed(in: region, of: target)
      return (text, try Self.list(SourceText(utf8: text.bytes)))
    }
    let (text, list) = try place(.unchanged)
    let anchors = AnchorMap(from: composer.normalized.list, to: list, by: text)
    if anchors.isEmpty { return (text, anchors, list) }
    // The headings, and so their anchors, are final now: the second pass only updates links to them.
    let (updated, moved) = try place(anchors)
    return (updated, anchors, moved)
  }

  private func failure(_ difference: (block: Block?, problem: String), in list: List) -> RenderingError {
    let source = list.document.source
    guard let block = difference.block else { return .changesContent(difference.problem, line: source.lineCount) }
    return .changesContent(difference.problem, line: source.location(of: block.range.lowerBound).line)
  }

  /// The addresses without a target in the result; throws if one of them had a target in the source.
  private func brokenFragments(
    _ original: List, _ list: List, _ rendered: List, in range: SourceRange
  ) throws(RenderingError) -> Set<String> {
    let broken = rendered.linksWithoutTarget.filter { range.contains($0.range) }
    if broken.isEmpty { return [] }
    let known = Set(original.linksWithoutTarget.map(\.url))
    guard let lost = broken.first(where: { !known.contains($0.url) }) else { return Set(broken.map(\.url)) }
    let place = list.links.first { $0.url == lost.url }?.range.lowerBound ?? 0
    throw .changesContent(
      "the link to \(lost.url) would lose its target", line: list.document.source.location(of: place).line)
  }

  private func result(
    _ text: ComposedText, _ normalized: NormalizedList, _ anchors: AnchorMap, _ verbatim: Set<Int>,
    _ broken: Set<String>
  ) -> RenderedList {
    let source = normalized.list.document.source
    return RenderedList(
      bytes: text.bytes, repairs: normalized.repairs,
      movedAnchors: normalized.anchors.moves.map { MovedAnchor(old: $0.old, new: anchors.anchor($0.new)) },
      brokenFragments: normalized.brokenFragments.filter { broken.contains($0.address) },
      contentsChanges: normalized.contentsChanges,
      keptLines: verbatim.map { source.location(of: $0).line }.sorted(), entryCount: normalized.list.entries.count,
      anchors: anchors)
  }
}
