public import AwesomeList
import Markdown
public import Source
import TextRepair

/// Writes lists in their canonical form.
///
/// The form: repaired UTF-8 with LF; ATX headings; one blank line between blocks, none between an entry and the quote that describes it;
/// hyphens as bullets; fences of backticks; `*emphasis*`, `**strong**` and `"titles"`; other inline text, raw HTML and tables as they
/// stand. A block that would say something else in this form stays as it stands. Rendering its own output changes nothing.
public struct Renderer: Sendable {
  private let options: RenderOptions

  /// How often blocks are given up before the list is; each time all that are wrong.
  private static let rounds = 6
  /// How often a list is rendered until its entries have settled; twice is usual.
  private static let attempts = 6

  public init(_ options: RenderOptions = RenderOptions()) {
    self.options = options
  }

  /// Renders a text as a list.
  public func render(_ source: SourceText, into target: SourceText? = nil) throws(RenderingError) -> RenderedList {
    try render(Self.list(source), into: target)
  }

  /// Renders a list; `target` is the file it goes to, whose marked region, if it has one, takes the list.
  ///
  /// The result is proven to say what the list says before it is returned.
  public func render(_ list: List, into target: SourceText? = nil) throws(RenderingError) -> RenderedList {
    let region: MarkedRegion? = if let target { try MarkedRegion(in: target) } else { nil }
    let plain = try withoutFrame(list)
    guard options.shape != .keep || options.alphabet != nil else { return try render(plain, region, target, options) }
    // Entries in another order or shape have other neighbours, and so perhaps another form: that settles before the list is placed.
    var alone = options
    (alone.header, alone.footer) = (nil, nil)
    var first: RenderedList?
    var settled = plain
    for _ in 0..<Self.attempts {
      let next = try render(settled, nil, nil, alone)
      if first == nil { first = next }
      var list = try Self.list(SourceText(utf8: next.bytes))
      if let alphabet = options.alphabet { list = try WrittenOrder(alphabet: alphabet).applied(to: list) }
      if list.document.source.bytes == settled.document.source.bytes { break }
      settled = list
    }
    return try render(settled, region, target, options).with(first)
  }

  /// Renders a list once; each block that would say something else is given up to stay as it stands.
  private func render(
    _ list: List, _ region: MarkedRegion?, _ target: SourceText?, _ options: RenderOptions
  ) throws(RenderingError) -> RenderedList {
    let prepared = try PreparedList(list, options)
    let shift = region == nil ? 0 : 1
    let composer = ListComposer(prepared, options, headingShift: shift)
    var verbatim: Set<Int> = []
    for round in 1...Self.rounds {
      let (composition, anchors, rendered) = try placed(composer, verbatim, region, target)
      let proof = Proof(
        before: prepared.list, after: rendered, composition: composition, anchors: prepared.anchors.then(anchors),
        headingShift: shift, verbatim: verbatim, isShaped: options.shape != .keep)
      let differences = proof.differences()
      guard let difference = differences.first else {
        let dead = try deadFragments(list, prepared.list, rendered, in: composition.list)
        return result(composition, prepared, anchors, verbatim, dead)
      }
      let wrong = Set(differences.compactMap { $0.block?.range.lowerBound })
      guard round < Self.rounds, !wrong.isSubset(of: verbatim) else { throw failure(difference, in: prepared.list) }
      verbatim.formUnion(wrong)
    }
    throw .changesMeaning("no form of it says the same", line: 1)
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
  private typealias Placed = (composition: Composition, anchors: AnchorMap, list: List)

  /// The list without what an earlier run put before and behind it; its lines keep their numbers.
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
    let lineEnd = region?.lineEnd ?? [UInt8(ascii: "\n")]
    func place(_ anchors: AnchorMap) throws(RenderingError) -> (Composition, List) {
      let placed = composer.compose(anchors, verbatim: verbatim, lineEnd: lineEnd).placed(in: region, of: target)
      return (placed, try Self.list(SourceText(utf8: placed.bytes)))
    }
    let (composition, list) = try place(.unchanged)
    let anchors = AnchorMap(from: composer.prepared.list, to: list, by: composition)
    if anchors == .unchanged { return (composition, anchors, list) }
    // Anchors depend on headings, which are final now; only links to them change in the second round.
    let (again, moved) = try place(anchors)
    return (again, anchors, moved)
  }

  private func failure(_ difference: (block: Block?, problem: String), in list: List) -> RenderingError {
    let source = list.document.source
    guard let block = difference.block else { return .changesMeaning(difference.problem, line: source.lineCount) }
    return .changesMeaning(difference.problem, line: source.location(of: block.range.lowerBound).line)
  }

  /// The links that lead nowhere afterwards; every one that led into the list before must do so still.
  private func deadFragments(
    _ original: List, _ list: List, _ rendered: List, in range: SourceRange
  ) throws(RenderingError) -> Set<String> {
    let dead = rendered.links.filter { link in
      link.isFragment && range.contains(link.range) && !rendered.anchors.resolves(String(link.url.dropFirst()))
    }
    if dead.isEmpty { return [] }
    let known = Set(
      original.links.filter { $0.isFragment && !original.anchors.resolves(String($0.url.dropFirst())) }.map(\.url))
    guard let lost = dead.first(where: { !known.contains($0.url) }) else { return Set(dead.map(\.url)) }
    let place = list.links.first { $0.url == lost.url }?.range.lowerBound ?? 0
    throw .changesMeaning(
      "the link to \(lost.url) would lead nowhere", line: list.document.source.location(of: place).line)
  }

  private func result(
    _ composition: Composition, _ prepared: PreparedList, _ anchors: AnchorMap, _ verbatim: Set<Int>,
    _ dead: Set<String>
  ) -> RenderedList {
    let source = prepared.list.document.source
    return RenderedList(
      bytes: composition.bytes, repairs: prepared.repairs,
      movedAnchors: prepared.anchors.moves.map { MovedAnchor(old: $0.old, new: anchors.anchor($0.new)) },
      brokenFragments: prepared.brokenFragments.filter { dead.contains($0.address) },
      keptLines: verbatim.map { source.location(of: $0).line }.sorted(), entryCount: prepared.list.entries.count,
      anchors: anchors)
  }
}
