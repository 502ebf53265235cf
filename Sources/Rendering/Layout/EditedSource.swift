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
    let inside = edits(in: range)
    guard !inside.isEmpty else { return source[range] }
    var result = ""
    var position = range.lowerBound
    for edit in inside {
      result += source[SourceRange(position, edit.range.lowerBound)] + edit.replacement
      position = edit.range.upperBound
    }
    return result + source[SourceRange(position, range.upperBound)]
  }

  /// The bytes of a range with the edits inside it applied.
  func bytes(in range: SourceRange) -> [UInt8] {
    var position = range.lowerBound
    var result: [UInt8] = []
    result.reserveCapacity(range.count + 64)
    for edit in edits(in: range) {
      result += source.bytes[position..<edit.range.lowerBound]
      result += edit.replacement.utf8
      position = edit.range.upperBound
    }
    return result + source.bytes[position..<range.upperBound]
  }

  func hasEdits(in range: SourceRange) -> Bool { !edits(in: range).isEmpty }

  /// The edits in a range; an insertion at its end is in the next range.
  private func edits(in range: SourceRange) -> ArraySlice<Edit> {
    let rest = edits[firstEdit(from: range.lowerBound)...]
    return rest.prefix { $0.range.lowerBound < range.upperBound && $0.range.upperBound <= range.upperBound }
  }

  private func firstEdit(from offset: Int) -> Int { edits.partitioningIndex { $0.range.lowerBound >= offset } }
}
