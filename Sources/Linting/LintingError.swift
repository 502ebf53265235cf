public import Markdown

/// Why a text could not be linted or fixed.
public enum LintingError: Error, Hashable {
  case markdown(MarkdownError)
  /// Fixes keep making new findings: the rules whose fixes were still applied in the last round.
  case doesNotConverge(rules: [String])
}

extension LintingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .markdown(let error): error.description
    case .doesNotConverge(let rules):
      "the fixes of \(rules.joined(separator: ", ")) undo one another; nothing was changed; fix with --ignore for one of them"
    }
  }
}
