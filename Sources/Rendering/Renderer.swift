import AwesomeList
import Markdown
public import Source
import TextRepair

/// Writes lists in their canonical form.
///
/// The form: repaired UTF-8 with LF; ATX headings; one blank line between blocks, none between an entry and the quote that describes it;
/// hyphens as bullets; fences of backticks; inline text, raw HTML and tables as they stand. Rendering its own output changes nothing.
public struct Renderer: Sendable {
  private let contents: ContentsOption

  public init(contents: ContentsOption = .keep) {
    self.contents = contents
  }

  /// Renders a list; `target` is the file it goes to, whose marked region, if it has one, takes the list.
  public func render(_ source: SourceText, into target: SourceText? = nil) throws(RenderingError) -> RenderedList {
    let (list, repairs) = try repairedList(source)
    let region: MarkedRegion? = if let target { try MarkedRegion(in: target) } else { nil }
    let composer = ListComposer(list: list, contents: contents, headingShift: region == nil ? 0 : 1)
    var anchors = AnchorMap.unchanged
    var result = place(try composer.text(anchors), in: region, of: target)
    var rendered = try Self.list(SourceText(utf8: result.bytes))
    let moved = AnchorMap(from: list, to: rendered, in: result.list)
    if moved != anchors {
      // Anchors depend on headings, which are final now; only links to them change in the second round.
      anchors = moved
      result = place(try composer.text(anchors), in: region, of: target)
      rendered = try Self.list(SourceText(utf8: result.bytes))
    }
    try Proof(before: list, after: rendered, in: result.list).check()
    return RenderedList(bytes: result.bytes, repairs: repairs, entryCount: list.entries.count)
  }

  private func place(
    _ text: [UInt8], in region: MarkedRegion?, of target: SourceText?
  ) -> (bytes: [UInt8], list: SourceRange) {
    guard let region, let target else { return (text, SourceRange(0, text.count)) }
    return region.filled(text, in: target)
  }

  /// The list with its encoding repaired, without byte order mark, with LF as its line end.
  ///
  /// A repaired heading has another anchor; links to it follow.
  private func repairedList(_ source: SourceText) throws(RenderingError) -> (List, [Repair]) {
    let damaged = try Self.list(source)
    let protected = [ProtectedRegion](code: damaged.document.codeRanges, destinations: damaged.destinationRanges)
    let (bytes, repairs) = Repairer().repaired(source.bytes, protected: protected)
    let unified = SourceText(utf8: Self.withUnixLineEnds(bytes.dropFirst(source.contentStart)))
    guard unified.bytes != source.bytes else { return (damaged, repairs) }
    let repaired = try Self.list(unified)
    let edits = AnchorMap(from: damaged, to: repaired, in: unified.range).edits(in: repaired)
    if edits.isEmpty { return (repaired, repairs) }
    return (try Self.list(SourceText(utf8: edits.applied(to: unified.bytes).bytes)), repairs)
  }

  private static func withUnixLineEnds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
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

  static func list(_ source: SourceText) throws(RenderingError) -> List {
    do {
      return List(try Document(source))
    } catch {
      throw .markdown(error)
    }
  }
}
