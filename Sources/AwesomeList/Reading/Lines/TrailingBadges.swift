import Source

/// The tags and badges at the end of an entry's line.
struct TrailingBadges {
  /// The tags in the order of the line.
  private(set) var tags: [String] = []
  /// Where the tags and badges begin in the text; without any, the line's end.
  private(set) var start: Int

  var isEmpty: Bool { first == end }

  private let text: FlatText
  /// The index after the last span.
  private let end: Int
  /// The first span of a tag or badge.
  private var first: Int

  /// Reads some spans from their end, down to the index `floor` in the text.
  init(_ text: FlatText, spans: Range<Int>, after floor: Int) {
    self.text = text
    let lineEnd = spans.isEmpty ? floor : text.spans[spans.upperBound - 1].bounds.upperBound
    start = lineEnd
    end = spans.upperBound
    first = spans.upperBound
    read(spans, after: floor)
    tags.reverse()
    let isSetOff = tags.count > 1 || isSetOff(after: floor)
    if !tags.isEmpty, !isSetOff {
      tags = []
      start = lineEnd
      first = spans.upperBound
    }
  }

  private mutating func read(_ spans: Range<Int>, after floor: Int) {
    for index in spans.reversed() {
      let span = text.spans[index]
      guard span.bounds.lowerBound >= floor else { return }
      switch span.kind {
      case .code: tags.append(text.string(span.bounds))
      case .link(_, let isCode):
        guard isCode || span.bounds.isEmpty else { return }
        if isCode { tags.append(text.string(span.bounds)) }
      case .image, .lineBreak: break
      case .text:
        guard text.bytes[span.bounds].allSatisfy({ $0.isASCIIWhitespace || ",|/;".utf8.contains($0) }) else { return }
        continue
      }
      start = span.bounds.lowerBound
      first = index
    }
  }

  /// Whether a single tag is after the end of a sentence, so that it is not the sentence's last word.
  private func isSetOff(after floor: Int) -> Bool {
    guard let last = text.bytes[min(floor, start)..<start].last(where: { !$0.isASCIIWhitespace }) else { return true }
    return last >= 0x80 || ".!?)]*_:;".utf8.contains(last)
  }

  /// The offset in the file at which the text before the badges ends.
  func sourceStart(after end: Int) -> Int {
    guard first < text.spans.count else { return text.spans.last?.source.upperBound ?? 0 }
    return text.spans[first].source.lowerBound - (text.spans[first].bounds.lowerBound - end)
  }
}
