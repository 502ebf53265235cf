public import Source

/// A place where text was damaged by a wrong encoding, and what stood there before.
public struct Repair: Sendable, Hashable {
  /// How sure it is what stood there.
  public enum Certainty: Sendable, Hashable {
    /// Every byte of the original is still there.
    case exact
    /// Bytes are lost, and only one known emoji or sign fits what is left.
    case unique
    /// Bytes are lost, and several or none fit.
    case ambiguous
  }

  /// Why a repair must not be applied.
  public enum Obstacle: Sendable, Hashable {
    /// Several originals are possible, or none is known: see `candidates`.
    case ambiguous
    /// The repaired form stands on the same or a neighbouring line: the text is about the damage.
    case mention
    /// The damage is in code, and nothing outside of code proves the encoding.
    case code
    /// The damage is in a link's destination.
    case destination
    /// A comment exempts the text.
    case suppressed

    /// The reason as the second half of a sentence such as "not repaired: …".
    public var reason: String {
      switch self {
      case .ambiguous: "what stood there cannot be told from what is left"
      case .mention: "the repaired form stands close by, so the text may be about the damage"
      case .code: "it is code, and no damage of the same kind stands outside of code"
      case .destination: "it is a link's destination"
      case .suppressed: "a comment exempts it"
      }
    }
  }

  /// The name under which damage is reported, and by which a comment exempts it.
  public static let ruleID = "mojibake"

  /// The damaged bytes in the bytes given, never empty; ranges of one result are in order and do not overlap.
  public let range: SourceRange
  /// The damaged text.
  public let before: String
  /// The text after all rounds; nil when it is ambiguous.
  public let after: String?
  /// What may have stood there, likeliest first, when it is ambiguous; may be empty.
  public let candidates: [String]
  public let certainty: Certainty
  /// The encoding that the text was misread as, the last time when that happened more than once.
  public let encoding: LegacyEncoding
  /// How many times the text was misread, at least 1.
  public let rounds: Int
  /// Why the repair must not be applied; nil when it can be.
  public let obstacle: Obstacle?

  init(
    range: SourceRange, before: String, after: String?, candidates: [String], certainty: Certainty,
    encoding: LegacyEncoding, rounds: Int, obstacle: Obstacle?
  ) {
    self.range = range
    self.before = before
    self.after = after
    self.candidates = candidates
    self.certainty = certainty
    self.encoding = encoding
    self.rounds = rounds
    self.obstacle = obstacle
  }

  /// Whether the repair can be applied: there is one answer, and no obstacle.
  public var isApplicable: Bool { obstacle == nil && after != nil }

  /// The repair as an edit; nil when it must not be applied.
  public var edit: Edit? {
    guard isApplicable, let after else { return nil }
    return Edit(range, after)
  }
}
