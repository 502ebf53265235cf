import AwesomeList
import Diagnostics
import Markdown
import Source

extension RuleContext {
  /// The labels of references that are the same as their texts.
  func unneededLabels(of links: [Link]) -> [Diagnostic] {
    let source = source
    return links.compactMap { link in
      guard link.form == .reference, let range = link.range, let text = link.textRange else { return nil }
      // Behind the text stand its bracket and the label in brackets.
      let label = SourceRange(text.upperBound + 1, range.upperBound)
      guard label.count > 2 else { return nil }
      let inner = SourceRange(label.lowerBound + 1, label.upperBound - 1)
      // Most differ in their first letter already.
      if let left = source.bytes(in: inner).first, let right = source.bytes(in: text).first,
        (0x21..<0x80).contains(left), (0x21..<0x80).contains(right), left.asciiLowercased != right.asciiLowercased
      {
        return nil
      }
      let name = source[inner]
      guard name[...].foldedLabel == source[text][...].foldedLabel else { return nil }
      return diagnostic("the label repeats the text; write “[]”", at: label, fix: .safe(Edit(label, "[]")))
    }
  }
}
