import AwesomeList
import Markdown
import Markup
import Source

/// From the anchors of a list's headings to those after a change.
struct AnchorMap {
  /// The new anchor of each heading whose anchor moves, by its old one.
  private let anchors: [String: String]
  /// The same by what is certain of the old one, for links in another form.
  private let byCertainPart: [String: String]
  /// Every old anchor, also of headings that keep theirs.
  private let known: Set<String>
  /// The same in the order of the headings.
  let moves: [MovedAnchor]

  /// Every anchor stays.
  static let unchanged = AnchorMap([])

  /// Whether every anchor stays.
  var isEmpty: Bool { moves.isEmpty }

  private init(_ pairs: some Collection<(old: String, new: String)>, _ others: Set<String> = []) {
    moves = pairs.filter { $0.old != $0.new }.map { MovedAnchor(old: $0.old, new: $0.new) }
    known = moves.isEmpty ? [] : Set(pairs.map(\.old)).union(others)
    byCertainPart = Dictionary(moves.map { (Fragment.certainPart(of: $0.old), $0.new) }) { first, _ in first }
    anchors = Dictionary(moves.map { ($0.old, $0.new) }) { first, _ in first }
  }

  /// The headings of both lists are the same, one by one.
  init(from list: List, to other: List) {
    self.init(zip(list.headings, other.headings).map { ($0.anchor, $1.anchor) })
  }

  /// Pairs the headings of a list with those of its rendering by the segments of the text.
  init(from list: List, to rendered: List, by text: ComposedText) {
    let old = Dictionary(list.headings.map { ($0.range.lowerBound, $0.anchor) }) { first, _ in first }
    var new = rendered.headings[...]
    self.init(
      text.segments.compactMap { segment in
        new = new.drop { $0.range.lowerBound < segment.range.lowerBound }
        guard case .block(let block) = segment.origin, let anchor = old[block.range.lowerBound],
          let heading = new.first, segment.range.contains(heading.range)
        else { return nil }
        return (anchor, heading.anchor)
      })
  }

  /// This change followed by another.
  func then(_ next: AnchorMap) -> AnchorMap {
    if moves.isEmpty { return next }
    let first = Set(moves.map(\.new))
    return AnchorMap(
      moves.map { ($0.old, next.anchors[$0.new] ?? $0.new) }
        + next.moves.filter { !first.contains($0.old) && anchors[$0.old] == nil }.map { ($0.old, $0.new) },
      known)
  }

  /// What the change does to a block, and by how many levels headings go down besides; nil for nothing.
  func change(headingShift: Int = 0) -> ExpectedChange? {
    isEmpty && headingShift == 0 ? nil : ExpectedChange(headingShift: headingShift, address: address, markup: markup)
  }

  /// The new anchor of a heading, by its old one.
  func anchor(_ old: String) -> String { anchors[old] ?? old }

  /// The new target of a fragment; nil where it stays.
  func replacement(for fragment: String) -> String? {
    if anchors.isEmpty { return nil }
    for anchor in Fragment.spellings(of: fragment) {
      if known.contains(anchor) { return anchors[anchor] }
      if let new = byCertainPart[Fragment.certainPart(of: anchor)] { return new }
    }
    return nil
  }

  /// The new address of a link.
  func address(_ url: String) -> String {
    guard !anchors.isEmpty, let fragment = url.ownFragment else { return url }
    return replacement(for: fragment).map { "#" + $0 } ?? url
  }

  /// Raw HTML with its links updated.
  func markup(_ html: String) -> String {
    guard !anchors.isEmpty, html.utf8.contains(UInt8(ascii: "#")) else { return html }
    // By bytes: a `#` and a selector after it are one character.
    let parts = html.utf8.split(separator: UInt8(ascii: "#"), omittingEmptySubsequences: false).map(Substring.init)
    return parts.dropFirst().reduce(into: String(parts.first ?? "")) { result, part in
      let fragment = Substring(part.utf8.prefix { !"\"' \t\n>".utf8.contains($0) })
      result += "#" + (replacement(for: String(fragment)) ?? String(fragment)) + part[fragment.endIndex...]
    }
  }

  /// The edits that update a list's links into itself.
  func edits(in list: List) -> [Edit] {
    if anchors.isEmpty { return [] }
    let links = list.links.map { (url: $0.url, range: $0.destinationRange) }
    let definitions = list.document.definitions.map {
      (url: $0.destination, range: SourceRange?.some($0.destinationRange))
    }
    return (links + definitions).compactMap { url, range in
      let address = address(url)
      return address == url ? nil : range.map { Edit($0, address) }
    }
  }
}

/// An invisible element with an anchor, as one line.
func anchorLine(_ name: String) -> String {
  "<a id=\"\(name.escapedForHTML)\"></a>"
}
