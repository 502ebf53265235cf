import AwesomeList
import Markdown
public import Source
import TextRepair

/// Writes lists in their canonical form.
///
/// The form: repaired UTF-8 with LF; ATX headings; one blank line between blocks, none between an entry and the quote that describes it;
/// hyphens as bullets; fences of backticks; `*emphasis*`, `**strong**` and `"titles"`; other inline text, raw HTML and tables as they
/// stand. Rendering its own output changes nothing.
public struct Renderer: Sendable {
  private let options: RenderOptions

  public init(_ options: RenderOptions = RenderOptions()) {
    self.options = options
  }

  /// Renders a list; `target` is the file it goes to, whose marked region, if it has one, takes the list.
  ///
  /// The result is proven to say what the source says before it is returned.
  public func render(_ source: SourceText, into target: SourceText? = nil) throws(RenderingError) -> RenderedList {
    let prepared = try PreparedList(source)
    let region: MarkedRegion? = if let target { try MarkedRegion(in: target) } else { nil }
    let frame = Frame(region: region, target: target)
    let composer = ListComposer(prepared: prepared, options: options, headingShift: region == nil ? 0 : 1)
    var placed = frame.place(try composer.text(.unchanged))
    var rendered = try Self.list(SourceText(utf8: placed.bytes))
    let anchors = AnchorMap(from: prepared.list, to: rendered, in: placed.list)
    if anchors != .unchanged {
      // Anchors depend on headings, which are final now; only links to them change in the second round.
      placed = frame.place(try composer.text(anchors))
      rendered = try Self.list(SourceText(utf8: placed.bytes))
    }
    let proof = Proof(
      before: prepared.list, after: rendered, in: placed.list, added: composer.addedAnchors,
      ignoresOrder: options.isAlphabetical)
    try proof.check()
    return RenderedList(
      bytes: placed.bytes, repairs: prepared.repairs,
      movedAnchors: prepared.anchors.moves.map {
        MovedAnchor(old: $0.old, new: anchors.replacement(for: $0.new) ?? $0.new)
      },
      entryCount: prepared.list.entries.count)
  }

  static func list(_ source: SourceText) throws(RenderingError) -> List {
    do {
      return List(try Document(source))
    } catch {
      throw .markdown(error)
    }
  }
}

/// The file that a list goes into.
private struct Frame {
  let region: MarkedRegion?
  let target: SourceText?

  /// The whole file's bytes, and where the list stands in them.
  func place(_ text: [UInt8]) -> (bytes: [UInt8], list: SourceRange) {
    guard let region, let target else { return (text, SourceRange(0, text.count)) }
    return region.filled(text, in: target)
  }
}
