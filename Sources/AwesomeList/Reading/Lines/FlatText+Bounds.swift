import Source

extension FlatText {
  /// The text of a part of the line, trimmed.
  func string(_ bounds: Range<Int>) -> String {
    let trimmed = trimmed(bounds)
    return String(decoding: bytes[trimmed], as: UTF8.self)
  }

  /// The bounds without the blanks around what they hold.
  func trimmed(_ bounds: Range<Int>) -> Range<Int> {
    var (start, end) = (bounds.lowerBound, bounds.upperBound)
    while start < end, bytes[start].isBlank { start += 1 }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// The offset in the file of a place in the text: exact where the span there is written as it is read.
  func sourceOffset(of index: Int) -> Int? {
    // Spans are in the order of their ends; a paragraph may have thousands of them, and as many entries that ask.
    let next = spans.partitioningIndex { $0.bounds.upperBound > index }
    guard let span = spans[next...].first(where: { $0.bounds.contains(index) }) else {
      return spans.last?.source.upperBound
    }
    let isVerbatim = span.source.count == span.bounds.count
    return span.source.lowerBound + (isVerbatim ? index - span.bounds.lowerBound : 0)
  }

  /// The line's parts between line breaks, as indices of spans.
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
