public import Source

/// An inline with its range, in 16 bytes: a loop over all inlines need not retain the document for each.
public struct LocatedInline: Sendable {
  public let kind: Inline.Kind
  private let start: Int32
  private let end: Int32
  fileprivate let index: Int32

  /// The construct's bytes with its syntax.
  public var range: SourceRange { SourceRange(Int(start), Int(end)) }

  fileprivate init(_ inline: Inline, _ range: SourceRange) {
    kind = inline.kind
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
    index = Int32(inline.index)
  }
}

extension Document {
  /// The inlines with a known range, in the order of the text, parents before children.
  public var locatedInlines: [LocatedInline] {
    var located: [LocatedInline] = []
    located.reserveCapacity(tree.nodes.count)
    // Nearly all are in this order already.
    var isSorted = true
    for index in tree.nodes.indices where !tree.nodes[index].kind.isBlock && tree.nodes[index].isLocated {
      let inline = LocatedInline(Inline(tree: tree, index: index), tree.nodes[index].range)
      if let last = located.last, inline.precedes(last) { isSorted = false }
      located.append(inline)
    }
    return isSorted ? located : located.sorted { $0.precedes($1) }
  }

  /// The visible text of one of the document's inlines.
  public func text(of inline: LocatedInline) -> String {
    Inline(tree: tree, index: Int(inline.index)).text
  }
}

extension LocatedInline {
  fileprivate func precedes(_ other: LocatedInline) -> Bool {
    start == other.start ? end > other.end : start < other.start
  }
}
