import Source

/// The code chips and badges at the end of an entry's line.
struct TrailingChips {
  /// The chips' texts, in the order of the line.
  private(set) var tags: [String] = []
  /// Where the chips and badges begin in the text; the line's end where there are none.
  private(set) var start: Int

  /// Whether there are none.
  var isEmpty: Bool { first == end }

  private let text: LineText
  /// The piece behind the last that was read.
  private let end: Int
  /// The first piece that is a chip or a badge.
  private var first: Int

  /// Reads the last of some pieces; nothing before `floor` is a chip.
  init(_ text: LineText, pieces: Range<Int>, after floor: Int) {
    self.text = text
    let lineEnd = pieces.isEmpty ? floor : text.pieces[pieces.upperBound - 1].bounds.upperBound
    start = lineEnd
    end = pieces.upperBound
    first = pieces.upperBound
    read(pieces, after: floor)
    tags.reverse()
    let isSetOff = tags.count > 1 || isSetOff(after: floor)
    if !tags.isEmpty, !isSetOff {
      tags = []
      start = lineEnd
      first = pieces.upperBound
    }
  }

  private mutating func read(_ pieces: Range<Int>, after floor: Int) {
    for index in pieces.reversed() {
      let piece = text.pieces[index]
      guard piece.bounds.lowerBound >= floor else { return }
      switch piece.kind {
      case .code: tags.append(text.string(piece.bounds))
      case .link(_, let isCode):
        guard isCode || piece.bounds.isEmpty else { return }
        if isCode { tags.append(text.string(piece.bounds)) }
      case .image, .lineBreak: break
      case .text:
        guard text.bytes[piece.bounds].allSatisfy({ $0.isBlank || ",|/;".utf8.contains($0) }) else { return }
        continue
      }
      start = piece.bounds.lowerBound
      first = index
    }
  }

  /// Whether one chip stands behind the end of a sentence: else it may be the sentence's last word.
  private func isSetOff(after floor: Int) -> Bool {
    guard let last = text.bytes[min(floor, start)..<start].last(where: { !$0.isBlank }) else { return true }
    return last >= 0x80 || ".!?)]*_:;".utf8.contains(last)
  }

  /// The offset in the file at which what stands before the chips ends.
  func sourceStart(behind end: Int) -> Int {
    guard first < text.pieces.count else { return text.pieces.last?.source.upperBound ?? 0 }
    return text.pieces[first].source.lowerBound - (text.pieces[first].bounds.lowerBound - end)
  }
}
