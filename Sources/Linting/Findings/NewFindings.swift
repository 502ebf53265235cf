import AwesomeList
import Diagnostics
import Markdown
import Source

/// Separates the findings that a change of a list has brought from those that were there before.
///
/// New is what lies on a line, or in an entry, that was added or changed; elsewhere, what the old text did not have on the same line, such
/// as the second of two entries of which the first was added.
struct NewFindings {
  /// What makes two findings the same although the lines around them have moved.
  private struct Key: Hashable {
    let rule: String
    let line: Int
    let message: String

    init(_ diagnostic: Diagnostic, line: Int) {
      rule = diagnostic.rule
      self.line = line
      message = diagnostic.message.filter { !$0.isNumber }
    }
  }

  private let source: SourceText
  private let changes: LineChanges
  private let known: Set<Key>
  /// For each line, whether it or the entry that it belongs to was added or changed.
  private let isNew: [Bool]

  init(of list: List, since baseline: SourceText, with old: [Diagnostic]) {
    source = list.document.source
    changes = LineChanges(old: baseline, new: source)
    known = Set(old.map { Key($0, line: baseline.lineIndex(at: $0.range.lowerBound)) })
    isNew = Self.newLines(list, changes)
  }

  func filter(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.filter { diagnostic in
      let first = source.lineIndex(at: diagnostic.range.lowerBound)
      let last = source.lineIndex(at: max(diagnostic.range.upperBound - 1, diagnostic.range.lowerBound))
      // A finding about a whole contents list is no news because one of its lines is.
      if isNew[first] || (last - first < 3 && isNew[first...last].contains(true)) { return true }
      guard let origin = changes.origins[first] else { return true }
      return !known.contains(Key(diagnostic, line: origin))
    }
  }

  private static func newLines(_ list: List, _ changes: LineChanges) -> [Bool] {
    let source = list.document.source
    var isNew = changes.origins.map { $0 == nil }
    // The entry that a line belongs to; children come after their parents and take their lines from them.
    var owners = [Int?](repeating: nil, count: isNew.count)
    let entries = list.entries
    for (index, entry) in entries.enumerated() {
      for line in lines(of: entry.range, in: source) { owners[line] = index }
    }
    let changed = Set(owners.indices.compactMap { isNew[$0] ? owners[$0] : nil })
    for line in owners.indices {
      if let owner = owners[line], changed.contains(owner) { isNew[line] = true }
    }
    return isNew
  }

  private static func lines(of range: SourceRange, in source: SourceText) -> ClosedRange<Int> {
    source.lineIndex(at: range.lowerBound)...source.lineIndex(at: max(range.upperBound - 1, range.lowerBound))
  }
}
