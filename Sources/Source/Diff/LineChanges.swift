/// Which lines of a text are new against an older one, and where the others stood.
public struct LineChanges: Hashable, Sendable {
  /// For each line of the new text, by its 0-based index, the line of the old text that it was; nil for one that was added or changed.
  public let origins: [Int?]

  /// Compares two texts; line ends do not count, because git changes them between a file and what it keeps.
  public init(old: SourceText, new: SourceText) {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func lines(_ source: SourceText) -> [Int] {
      (0..<source.lineCount).map { index in
        let line = source.bytes(in: source.line(index))
        if let known = numbers[line] { return known }
        numbers[line] = numbers.count
        return numbers.count - 1
      }
    }
    var origins = [Int?](repeating: nil, count: new.lineCount)
    for match in LineAlignment(old: lines(old), new: lines(new)).matches { origins[match.new] = match.old }
    self.origins = origins
  }

  /// The changes of a text that was not there before.
  public init(newText: SourceText) {
    origins = Array(repeating: nil, count: newText.lineCount)
  }

  /// Whether one of some lines, by their 0-based indices, was added or changed.
  public func hasChange(in lines: ClosedRange<Int>) -> Bool {
    let known = lines.clamped(to: 0...max(origins.count - 1, 0))
    return origins.indices.contains(known.lowerBound) && origins[known].contains(nil)
  }
}
