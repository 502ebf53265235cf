import AwesomeList
import Diagnostics
import Markdown
import Source

extension RuleContext {
  /// The labels of references that are the same as their texts.
  func unneededLabels(of links: [Link]) -> [Diagnostic] {
    links.compactMap { link in
      guard link.form == .reference, let range = link.range, let text = link.textRange else { return nil }
      // Behind the text stand its bracket and the label in brackets.
      let label = SourceRange(text.upperBound + 1, range.upperBound)
      guard label.count > 2 else { return nil }
      let name = source[SourceRange(label.lowerBound + 1, label.upperBound - 1)]
      guard name[...].foldedLabel == source[text][...].foldedLabel else { return nil }
      return diagnostic("the label repeats the text; write “[]”", at: label, fix: .safe(Edit(label, "[]")))
    }
  }
}
