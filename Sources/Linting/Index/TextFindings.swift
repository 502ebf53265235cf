import AwesomeList
import Markdown
public import TextRepair

/// The problems of a list's characters, found once for all rules that report them.
public struct TextFindings: Sendable {
  /// The places that a wrong encoding has damaged.
  public let repairs: [Mojibake]
  /// The characters that are legal but out of place.
  public let problems: [CharacterProblem]

  init(_ list: List) {
    let source = list.document.source
    let protected = [ProtectedRegion](
      code: list.document.codeRanges, destinations: list.destinationRanges, syntax: list.quoteRanges)
    repairs = Repairer().repairs(in: source, protected: protected)
    problems = characterProblems(
      in: source, protected: protected, repairs: repairs,
      options: CharacterProblemOptions(checksNormalization: true, checksVariationSelectors: true))
  }

  /// The problems of some kinds.
  func problems(_ kinds: CharacterProblem.Kind...) -> [CharacterProblem] {
    problems.filter { kinds.contains($0.kind) }
  }
}

extension CharacterProblem {
  /// Whether this is a byte order mark after the start of the file.
  var isMisplacedMark: Bool { kind == .zeroWidth && character.hasPrefix("U+FEFF") }
}
