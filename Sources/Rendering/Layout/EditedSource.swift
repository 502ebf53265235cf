import Source

/// A text whose ranges are read with some edits made, so that it need not be parsed again to be written out.
struct EditedSource {
  let source: SourceText
  /// In the order of the text, none overlapping another.
  private let edits: [Edit]

  init(_ source: SourceText, _ edits: [Edit]) {
    self.source = source
    var end = 0
    self.edits = edits.sorted { $0.range < $1.range }.filter { edit in
      guard edit.range.lowerBound >= end else { return false }
      end = edit.range.upperBound
      return true
    }
  }

  /// The text of a range, with the edits made that lie in it.
  subscript(range: SourceRange) -> String {
    var index = firstEdit(from: range.lowerBound)
    guard index < edits.count, edits[index].range.upperBound <= range.upperBound else { return source[range] }
    var result = ""
    var position = range.lowerBound
    while index < edits.count, edits[index].range.upperBound <= range.upperBound {
      result += source[SourceRange(position, edits[index].range.lowerBound)] + edits[index].replacement
      position = edits[index].range.upperBound
      index += 1
    }
    return result + source[SourceRange(position, range.upperBound)]
  }

  func hasEdits(in range: SourceRange) -> Bool {
    let index = firstEdit(from: range.lowerBound)
    return index < edits.count && edits[index].range.upperBound <= range.upperBound
  }

  private func firstEdit(from offset: Int) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
