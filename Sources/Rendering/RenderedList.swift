public import TextRepair

/// A list in its canonical form.
public struct RenderedList: Sendable {
  /// The whole file to write: UTF-8, LF, with a final newline.
  public let bytes: [UInt8]
  /// The encoding damage in the source, repaired where `isApplicable`.
  public let repairs: [Mojibake]
  /// The anchors that repairs and options moved, in the order of the headings.
  public let movedAnchors: [MovedAnchor]
  /// The links into the list without a target, in the source and in the result.
  public let brokenFragments: [BrokenFragment]
  /// What was changed in the contents lists.
  public let contentsChanges: [ContentsNote]
  /// The lines of the blocks that were kept verbatim, because their canonical form would have changed the content.
  public let keptLines: [Int]
  public let entryCount: Int

  /// From the anchors of the list to those after it was placed in its file.
  let anchors: AnchorMap

  /// This result with what only an earlier rendering of the original source knows.
  func with(_ first: RenderedList?) -> RenderedList {
    guard let first else { return self }
    return RenderedList(
      bytes: bytes, repairs: first.repairs,
      movedAnchors: first.movedAnchors.map { MovedAnchor(old: $0.old, new: anchors.anchor($0.new)) },
      brokenFragments: first.brokenFragments, contentsChanges: first.contentsChanges, keptLines: first.keptLines,
      entryCount: entryCount, anchors: anchors)
  }
}

/// An anchor that rendering renames, without the `#`.
public struct MovedAnchor: Hashable, Sendable {
  /// The name that links from elsewhere may still use.
  public let old: String
  public let new: String
}

/// A link into the list without a target.
public struct BrokenFragment: Hashable, Sendable {
  /// The address with its `#`.
  public let address: String
  /// The line of the link in the source, from 1.
  public let line: Int
}
