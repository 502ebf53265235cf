public import Source

/// A change that a contents list needs.
public struct ContentsChange: Sendable {
  public enum Kind: Sendable {
    /// A section without an item gets one.
    case added
    /// An item that leads nowhere, or to another section than it means, leads to the section that it means.
    case mended
    /// An item without a link gets one.
    case linked
    /// An item that leads nowhere is taken out.
    case takenOut
  }

  public let kind: Kind
  /// The item's text.
  public let text: String
  /// The section that the item will lead to, if any.
  public let section: Section?
  /// The address that the item gets, or had.
  public let address: String
  /// The words of the heading of an added section, or the item's link or words.
  public let place: SourceRange
  /// Whether the item leads nowhere so far.
  public let isDead: Bool

  /// What changes at the item; of a numbered list, the numbers after it are out of order then.
  public let edits: [Edit]
  let insertion: ContentsInsertion?

  /// Whether there is a place for it that keeps the list's form.
  public var isPossible: Bool { insertion != nil || !edits.isEmpty }
  /// What is taken out, with the item's line.
  public var removedRanges: [SourceRange] { kind == .takenOut ? edits.map(\.range) : [] }
  /// Where an item is added: of a numbered list its start, since an item changes the numbers after it. What is added at one place is one edit.
  public var insertionOffset: Int? { insertion.map { $0.number?.list ?? $0.offset } }
}

/// The text of an added item.
struct ContentsInsertion {
  let offset: Int
  let before: String
  let link: String
  let after: String
  /// The number between `before` and `link` in a numbered list: the place of the list, and of the item that it follows; -1 before all.
  var number: (list: Int, item: Int, written: Int, delimiter: String)?
}
