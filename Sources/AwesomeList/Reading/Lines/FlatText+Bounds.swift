import Source

extension FlatText {
  /// The text of a part of the line, trimmed.
  func string(_ bounds: Range<Int>) -> String {
    let trimmed = trimmed(bounds)
    return String(decoding: bytes[trimmed], as: UTF8.self)
  }

  /// The bounds without white space at their ends.
  func trimmed(_ bounds: Range<Int>) -> Range<Int> {
    bytes[bounds].trimming(while: \.isASCIIWhitespace).indices
  }

  /// The offset in the file of an index in the text: exact if the span there is verbatim.
  func sourceOffset(of index: Int) -> Int? {
    // Spans are in the order of their ends; a paragraph may have thousands of spans and of entries.
    let next = spans.partitioningIndex { $0.bounds.upperBound > index }
    guard let span = spans[next...].first(where: { $0.bounds.contains(index) }) else {
      return spans.last?.source.upperBound
    }
    let isVerbatim = span.source.count == span.bounds.count
    return span.source.lowerBound + (isVerbatim ? index - span.bounds.lowerBound : 0)
  }

  /// The lines between line breaks, as indices of spans.
  var lines: [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for (index, span) in spans.enumerated() {
      guard case .lineBreak = span.kind else { continue }
      result.append(start..<index)
      start = index + 1
    }
    result.append(start..<spans.count)
    return result
  }
}
