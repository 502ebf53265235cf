import Diagnostics
import Source

/// A list in which the addresses of moved links are replaced, and what is left to find in it.
struct LinkRepair {
  let change: FileChange
  let remaining: [Diagnostic]
  let fixCount: Int

  init(_ file: ListFile, _ diagnostics: [Diagnostic]) {
    let edits = Array(Set(diagnostics.compactMap(\.fix).flatMap(\.edits))).sorted { $0.range < $1.range }
    change = FileChange(input: file.input, new: edits.applied(to: file.source.bytes).bytes)
    fixCount = edits.count
    // How far what stands behind each edit moves.
    var shift = 0
    let shifts =
      [0]
      + edits.map {
        shift += $0.replacement.utf8.count - $0.range.count
        return shift
      }
    remaining = diagnostics.filter { $0.fix == nil }.map { diagnostic in
      let range = diagnostic.range
      let shift = shifts[edits.partitioningIndex { $0.range.upperBound > range.lowerBound }]
      return Diagnostic(
        rule: diagnostic.rule, severity: diagnostic.severity, message: diagnostic.message,
        range: SourceRange(range.lowerBound + shift, range.upperBound + shift))
    }
  }
}
