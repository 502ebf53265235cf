/// The lines of a text that are new compared with an older text, and the origins of the others.
public struct LineChanges: Hashable, Sendable {
  /// For each line of the new text, by its 0-based index, its line in the old text; nil for an added or changed line.
  public let origins: [Int?]

  /// Compares two texts; newlines do not count, because git converts them.
  public init(old: SourceText, new: SourceText) {
    func lines(_ source: SourceText) -> [ArraySlice<UInt8>] {
      (0..<source.lineCount).map { source.bytes(in: source.line($0)) }
    }
    var origins = [Int?](repeating: nil, count: new.lineCount)
    for match in LineAlignment(old: lines(old), new: lines(new)).matches { origins[match.new] = match.old }
    self.origins = origins
  }

  /// The changes of a new file.
  public init(newText: SourceText) {
    origins = Array(repeating: nil, count: newText.lineCount)
  }

  /// Whether a line in a range, by 0-based index, was added or changed.
  public func hasChange(in lines: ClosedRange<Int>) -> Bool {
    let known = lines.clamped(to: 0...max(origins.count - 1, 0))
    return origins.indices.contains(known.lowerBound) && origins[known].contains(nil)
  }
}
