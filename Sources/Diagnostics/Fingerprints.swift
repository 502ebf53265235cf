import Source

/// Names findings so that a finding keeps its name when lines above it come or go.
struct Fingerprints {
  /// A rule's findings on one line of a file.
  private struct Group: Hashable {
    let path: String
    let rule: String
    let line: Int
  }

  private var occurrences: [UInt64: Int] = [:]
  /// Kept, because a line can be long and have many findings.
  private var hashes: [Group: UInt64] = [:]

  /// The name of the next finding of a file: from its rule, the text of its line, and how many alike came before.
  ///
  /// - Parameter path: the file, where the names must differ from those of other files.
  mutating func next(for diagnostic: Diagnostic, in source: SourceText, path: String = "") -> String {
    let line = source.lineIndex(at: diagnostic.range.lowerBound)
    let group = Group(path: path, rule: diagnostic.rule, line: line)
    let hash = hashes[group] ?? Self.hash(group, source.bytes(in: source.line(line)))
    hashes[group] = hash
    occurrences[hash, default: 0] += 1
    return String(hash, radix: 16) + ":\(occurrences[hash, default: 1])"
  }

  private static func hash(_ group: Group, _ line: ArraySlice<UInt8>) -> UInt64 {
    var hash = FNV1a()
    if !group.path.isEmpty { for byte in Array(group.path.utf8) + [0] { hash.combine(byte) } }
    for byte in Array(group.rule.utf8) + [0] { hash.combine(byte) }
    for byte in line { hash.combine(byte) }
    return hash.value
  }
}
