public import TextRepair

/// A list in its canonical form.
public struct RenderedList: Sendable {
  /// The whole file as it is to be written: UTF-8, LF, with a final line end.
  public let bytes: [UInt8]
  /// The encoding damage that was found in the source, repaired where `isApplicable`.
  public let repairs: [Mojibake]
  /// The anchors that the repairs and options moved, in the order of the headings.
  public let movedAnchors: [MovedAnchor]
  /// The links into the list that led nowhere before, and do so still.
  public let brokenFragments: [BrokenFragment]
  /// The lines of blocks that are written as they stand, because the canonical form would have said something else.
  public let keptLines: [Int]
  /// How many entries it has.
  public let entryCount: Int

  /// Where the anchors of the headings are that were final before the list was placed.
  let anchors: AnchorMap

  /// The same after an earlier rendering, which saw what the source was.
  func with(_ first: RenderedList?) -> RenderedList {
    guard let first else { return self }
    return RenderedList(
      bytes: bytes, repairs: first.repairs,
      movedAnchors: first.movedAnchors.map { MovedAnchor(old: $0.old, new: anchors.anchor($0.new)) },
      brokenFragments: first.brokenFragments, keptLines: first.keptLines, entryCount: entryCount, anchors: anchors)
  }
}

/// A link into a list that leads nowhere.
public struct BrokenFragment: Hashable, Sendable {
  /// The address with its `#`.
  public let address: String
  /// The line of the link in the source, from 1.
  public let line: Int
}
