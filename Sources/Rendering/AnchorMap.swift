import AwesomeList
import Markdown
import Source

/// Where the anchors of a list's headings are after rendering.
struct AnchorMap: Equatable {
  /// The anchor after rendering of each heading whose anchor moves, by the heading's anchor before.
  private let anchors: [String: String]
  /// The same in the order of the headings.
  let moves: [MovedAnchor]

  /// Every anchor stays.
  static let unchanged = AnchorMap(moves: [])

  private init(moves: [MovedAnchor]) {
    self.moves = moves
    anchors = Dictionary(moves.map { ($0.old, $0.new) }) { first, _ in first }
  }

  /// The headings of a list are those of a range of the rendered file, one by one, contents headings aside.
  init(from list: List, to rendered: List, in range: SourceRange) {
    let old = list.headings.filter { $0.range != list.contents?.heading?.range }
    // A file around the list may have a contents list of its own, so the list's is told by its heading's place.
    let new = rendered.headings.filter { range.contains($0.range) }
    let extra = new.count - old.count
    let skipped = extra > 0 ? new.firstIndex { $0.isContents } : nil
    let kept = new.enumerated().filter { $0.offset != skipped }.map(\.element)
    self.init(
      moves: zip(old, kept).filter { $0.0.anchor != $0.1.anchor }.map {
        MovedAnchor(old: $0.0.anchor, new: $0.1.anchor)
      })
  }

  func anchor(of heading: Heading) -> String {
    anchors[heading.anchor] ?? heading.anchor
  }

  /// The fragment to which a link must lead now; nil where it may stay as it is.
  func replacement(for fragment: String) -> String? {
    anchors[Anchors.target(of: fragment)]
  }

  /// The edits that make a list's links into itself follow their headings.
  func edits(in list: List) -> [Edit] {
    list.links.compactMap { link in
      guard link.url.hasPrefix("#"), let range = link.destinationRange,
        let anchor = replacement(for: String(link.url.dropFirst()))
      else { return nil }
      return Edit(range, "#" + anchor)
    }
  }
}
