import Diagnostics
import Source

/// A list with the addresses of moved links replaced, and the findings that are left.
struct LinkRepair {
  let change: FileChange
  let remaining: [Diagnostic]
  let fixCount: Int

  init(_ file: ListFile, _ diagnostics: [Diagnostic]) {
    // No fix is applied for a note.
    let fixes = diagnostics.filter { $0.severity > .note }.compactMap(\.fix)
    let edits = Array(Set(fixes.flatMap(\.edits))).sorted { $0.range < $1.range }
    change = FileChange(input: file.input, new: edits.applied(to: file.source.bytes).bytes)
    fixCount = edits.count
    // The shift of the text after each edit.
    var shift = 0
    let shifts =
      [0]
      + edits.map {
        shift += $0.replacement.utf8.count - $0.range.count
        return shift
      }
    remaining = diagnostics.filter { $0.fix == nil || $0.severity == .note }.map { diagnostic in
      let range = diagnostic.range
      let shift = shifts[edits.partitioningIndex { $0.range.upperBound > range.lowerBound }]
      return Diagnostic(
        rule: diagnostic.rule, severity: diagnostic.severity, message: diagnostic.message, brief: diagnostic.brief,
        range: SourceRange(range.lowerBound + shift, range.upperBound + shift))
    }
  }
}
