public import Source

/// A place where text was decoded with the wrong encoding, and its original.
public struct Mojibake: Sendable, Hashable {
  /// How certain the original is.
  public enum Certainty: String, CaseIterable, Sendable, Hashable {
    /// No byte of the original is lost.
    case exact
    /// Bytes are lost, and only one known emoji or sign fits the rest.
    case unique
    /// Several originals fit, or none.
    case ambiguous
  }

  /// The reason not to repair.
  public enum Obstacle: String, CaseIterable, Sendable, Hashable {
    /// Several originals are possible, or none is known: see `candidates`.
    case ambiguous
    /// The original is on the same or an adjacent line: the text is about mojibake.
    case mention
    /// It is in code, and nothing outside code proves the encoding.
    case code
    /// It is in a link's destination.
    case destination
    /// The repair would take a character of the file's syntax, such as the quote after a value.
    case syntax
    /// A suppression comment applies.
    case suppressed

    /// The reason as a clause after "not repaired: ".
    public var reason: String {
      switch self {
      case .ambiguous: "too much is lost to know the original"
      case .mention: "the repaired form is close by, so the text may be about mojibake"
      case .code: "it is code, and nothing outside code proves the encoding"
      case .destination: "it is in a link's destination"
      case .syntax: "the repair would take a quote of the file's syntax"
      case .suppressed: "a suppression comment applies"
      }
    }
  }

  /// The id of the rule that reports mojibake, for suppression comments.
  public static let ruleID = "mojibake"

  /// The damaged bytes, never empty; the ranges of one result are in order and do not overlap.
  public let range: SourceRange
  /// The damaged text.
  public let before: String
  /// The original after all rounds; nil if it is ambiguous.
  public let after: String?
  /// Possible originals, likeliest first, if it is ambiguous; may be empty.
  public let candidates: [String]
  public let certainty: Certainty
  /// The wrong encoding; that of the last round if there were several.
  public let encoding: LegacyEncoding
  /// How many times the text was decoded wrongly, at least 1.
  public let rounds: Int
  /// The reason not to repair; nil if there is none.
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

  /// The same at another place, some bytes further.
  func moved(by distance: Int) -> Mojibake {
    Mojibake(
      range: SourceRange(range.lowerBound + distance, range.upperBound + distance), before: before, after: after,
      candidates: candidates, certainty: certainty, encoding: encoding, rounds: rounds, obstacle: obstacle)
  }

  /// Whether it can be repaired: one original, no obstacle.
  public var isApplicable: Bool { obstacle == nil && after != nil }

  /// The repair as an edit; nil if it is not applicable.
  public var edit: Edit? {
    guard isApplicable, let after else { return nil }
    return Edit(range, after)
  }
}
