import Source

/// A text that applies edits as its ranges are read, so that it need not be parsed again.
struct EditedSource {
  let source: SourceText
  /// In order, without overlaps.
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

  /// The text of a range with the edits inside it applied.
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

  private func firstEdit(from offset: Int) -> Int { edits.partitioningIndex { $0.range.lowerBound >= offset } }
}
