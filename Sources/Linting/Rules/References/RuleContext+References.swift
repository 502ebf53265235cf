import AwesomeList
import Diagnostics
import Markdown
import Source

extension RuleContext {
  /// The labels of references, those to images or the others, that are the same as their texts.
  func unneededLabels(ofImages isImage: Bool) -> [Diagnostic] {
    let source = source
    let links = document.links
    // A link is not copied where only its kind is looked at.
    let references = links.indices.filter { links[$0].form == .reference && links[$0].isImage == isImage }
    return references.compactMap { index in
      guard let range = links[index].range, let text = links[index].textRange else { return nil }
      // The text is followed by its bracket and the label in brackets.
      let label = SourceRange(text.upperBound + 1, range.upperBound)
      guard label.count > 2 else { return nil }
      let inner = SourceRange(label.lowerBound + 1, label.upperBound - 1)
      // Most differ in a letter of ASCII.
      for position in 0..<min(inner.count, text.count) {
        let left = source.bytes[inner.lowerBound + position]
        let right = source.bytes[text.lowerBound + position]
        guard (0x21..<0x80).contains(left), (0x21..<0x80).contains(right) else { break }
        if left.asciiLowercased != right.asciiLowercased { return nil }
      }
      guard source[inner][...].foldedLabel == source[text][...].foldedLabel else { return nil }
      return diagnostic("label repeats the text; write “[]”", at: label, fix: .safe(Edit(label, "[]")))
    }
  }
}
