/// What a rendered list may look like; the defaults keep what the source has.
public struct RenderOptions: Hashable, Sendable {
  public var contents = ContentsOption.keep
  /// How many levels of sections the contents list has, 1 or more; nil for as many as it has, else 1.
  public var contentsDepth: Int?
  /// The heading of a contents list that has none yet.
  public var contentsTitle = "Contents"
  /// Whether a heading whose anchor moves gets an invisible anchor of the old name, so that links from elsewhere still work.
  public var keepsAnchors = false
  /// Whether the items of lists of entries are sorted by their names; numbered lists keep their order.
  public var isAlphabetical = false

  public init() {}
}
