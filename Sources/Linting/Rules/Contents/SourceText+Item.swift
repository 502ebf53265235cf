import Source

extension SourceText {
  /// The line of a list's item that contains a link and nothing else, with its end; nil where there is more on it.
  func lineOfItem(_ link: SourceRange) -> SourceRange? {
    let index = lineIndex(at: link.lowerBound)
    let line = line(index)
    let before = self[SourceRange(line.lowerBound, link.lowerBound)]
    let behind = self[SourceRange(min(link.upperBound, line.upperBound), line.upperBound)]
    guard before.utf8.allSatisfy({ " \t-*+".utf8.contains($0) }), behind.isBlank else { return nil }
    return SourceRange(line.lowerBound, index + 1 < lineCount ? lineStarts[index + 1] : bytes.count)
  }
}
