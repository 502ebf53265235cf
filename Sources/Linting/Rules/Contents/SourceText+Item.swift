import Source

extension SourceText {
  /// The line of a list's item that contains a link and nothing else, with its end; nil where there is more on it.
  func lineOfItem(_ link: SourceRange) -> SourceRange? {
    let index = lineIndex(at: link.lowerBound)
    let line = line(index)
    let before = self[SourceRange(line.lowerBound, link.lowerBound)]
    let behind = self[SourceRange(min(link.upperBound, line.upperBound), line.upperBound)]
    guard before.allSatisfy({ " \t-*+".contains($0) }), behind.allSatisfy(\.isWhitespace) else { return nil }
    return SourceRange(line.lowerBound, index + 1 < lineCount ? lineStarts[index + 1] : bytes.count)
  }
}
