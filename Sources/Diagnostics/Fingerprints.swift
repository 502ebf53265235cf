import Source

/// Names findings so that a finding keeps its name when lines above it come or go.
struct Fingerprints {
  /// A rule's findings on one line.
  private struct Group: Hashable {
    let rule: String
    let line: Int
  }

  private var occurrences: [UInt64: Int] = [:]
  /// Kept, because a line can be long and have many findings.
  private var hashes: [Group: UInt64] = [:]

  /// The name of the next finding of a file: from its rule, the text of its line, and how many alike came before.
  mutating func next(for diagnostic: Diagnostic, in source: SourceText) -> String {
    let group = Group(rule: diagnostic.rule, line: source.lineIndex(at: diagnostic.range.lowerBound))
    let hash = hashes[group] ?? FNV1a.hash(Array(group.rule.utf8) + [0] + source.bytes(in: source.line(group.line)))
    hashes[group] = hash
    occurrences[hash, default: 0] += 1
    return String(hash, radix: 16) + ":\(occurrences[hash, default: 1])"
  }
}
