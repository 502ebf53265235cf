/// Which characters count as problems besides those that always do.
public struct CharacterProblemOptions: Sendable, Hashable {
  /// Whether decomposed letters are problems.
  public var checksNormalization: Bool
  /// Whether emoji without U+FE0F are problems.
  public var checksVariationSelectors: Bool

  public init(checksNormalization: Bool = false, checksVariationSelectors: Bool = false) {
    self.checksNormalization = checksNormalization
    self.checksVariationSelectors = checksVariationSelectors
  }
}
