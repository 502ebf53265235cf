import Markdown
import Source

/// What a style rule needs to respect a list's own form: the places that it checks, and the words for what they do.
///
/// A list that nearly always does what the rule asks for gets the exceptions as findings. One that nearly always does the opposite gets a
/// single note, and the exceptions to that. One that does neither gets nothing.
public struct Convention: Sendable {
  /// What the places are, in the plural.
  let noun: String
  /// What one place does that follows the rule, and what several do.
  let singular: String
  let plural: String
  /// Whether a place that follows the rule is worth a finding in a list that does the opposite.
  let isReversible: Bool
  /// The places in the order of the text, none within another.
  let places: @Sendable (RuleContext) -> [SourceRange]

  /// A convention about some places.
  ///
  /// - Parameters:
  ///   - noun: what the places are, such as `descriptions`.
  ///   - singular: what a place that follows the rule does, such as `ends with a full stop`.
  ///   - plural: the same of several places, such as `end with a full stop`.
  init(
    of noun: String, _ singular: String, _ plural: String, isReversible: Bool = true,
    places: @escaping @Sendable (RuleContext) -> [SourceRange]
  ) {
    self.noun = noun
    self.singular = singular
    self.plural = plural
    self.isReversible = isReversible
    self.places = places
  }

  /// A convention about the blocks of a kind.
  init(
    of noun: String, _ singular: String, _ plural: String, isReversible: Bool = true,
    in kind: any KeyPath<BlockKinds, [Block]> & Sendable
  ) {
    self.init(of: noun, singular, plural, isReversible: isReversible) { $0.index.kinds[keyPath: kind].map(\.range) }
  }

  /// How the places of a list take to a rule.
  enum Standard: Hashable, Sendable {
    /// Nearly all places follow the rule.
    case followed
    /// Nearly all places do the opposite: how many, and of how many.
    case reversed(count: Int, places: Int)
    /// Neither is usual.
    case undecided
    /// There are too few places to infer anything.
    case unknown

    /// The least number of places from which a convention is inferred.
    static let least = 10

    init(findings: Int, places: Int) {
      let isReversed = (places - findings) * 5 < places
      if places < Self.least {
        // A few places show no form but the opposite one, which one note tells as well as one for each.
        self = isReversed && findings >= Self.few ? .reversed(count: findings, places: places) : .unknown
      } else if findings * 5 < places {
        self = .followed
      } else {
        self = isReversed ? .reversed(count: min(findings, places), places: places) : .undecided
      }
    }

    /// The number of findings from which one tells of all.
    private static let few = 4
  }
}
