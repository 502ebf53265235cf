public import TextRepair

/// A list in its canonical form.
public struct RenderedList: Sendable {
  /// The whole file as it is to be written: UTF-8, LF, with a final line end.
  public let bytes: [UInt8]
  /// The encoding damage that was found in the source, repaired where `isApplicable`.
  public let repairs: [Repair]
  /// The anchors that the repairs moved, in the order of the headings.
  public let movedAnchors: [MovedAnchor]
  /// How many entries it has.
  public let entryCount: Int
}
