public import Source

/// The characters of a text that are legal but should not stand where they stand, in order.
///
/// Characters that a repair accounts for are left to it. Nothing suppressed is told. In code and destinations only what deceives or
/// is lost is told: direction controls, U+FFFD, control characters.
public func characterProblems(
  in source: SourceText, protected: [ProtectedRegion] = [], repairs: [Repair] = [],
  options: CharacterProblemOptions = CharacterProblemOptions()
) -> [CharacterProblem] {
  var search = CharacterProblemSearch(source: source, protected: protected, repairs: repairs, options: options)
  return search.problems()
}
