import AwesomeList
import Diagnostics
import Linting
import Source

/// Lints files, and fixes them in memory.
struct FileLinter: Sendable {
  struct Result: Sendable {
    var report: FileReport
    /// The fixed file; nil where nothing is to be fixed.
    let change: FileChange?
    let fixCount: Int
    /// The number of findings after the fixes; the report's own unless it is about the unfixed file.
    var leftCount: Int
    /// The rules of the fixes that were left out because they would change more than they say.
    var droppedRules: [String] = []
  }

  let rules: RuleSelectionOptions
  let fix: FixOptions
  let hidesWarnings: Bool

  /// Lints a file.
  ///
  /// - Parameter baseline: an older version of the file, whose findings are left out.
  func lint(
    _ file: ListFile, in environment: ListEnvironment, since baseline: SourceText?
  ) throws(Failure) -> Result {
    let linter = rules.linter(for: file.input, since: baseline)
    let checked = Counted.entries(file.list.entries.count)
    func report(_ source: SourceText, _ diagnostics: [Diagnostic]) -> FileReport {
      var diagnostics = file.isTranscoded ? diagnostics.map(\.withoutFix) : diagnostics
      if hidesWarnings { diagnostics.removeAll { $0.severity < .error } }
      return FileReport(file: file.input.name, source: source, diagnostics: diagnostics, checked: checked)
    }
    guard fix.isWanted, !file.isTranscoded else {
      let indexed = IndexedList(file.list)
      keepUntilExit(indexed)
      let report = report(file.source, linter.lint(indexed, in: environment))
      return Result(report: report, change: nil, fixCount: 0, leftCount: report.diagnostics.count)
    }
    do throws(LintingError) {
      let fixed = try linter.fix(file.source, includingUnsafe: fix.unsafeFixes)
      let change = FileChange(input: file.input, new: fixed.source.bytes)
      // A fix of this kind that is left cannot be applied, so no report offers it.
      let leftover = try linter.lint(fixed.source, in: environment).map {
        $0.fix.map { $0.isSafe || fix.unsafeFixes } == true ? $0.withoutFix : $0
      }
      let left = report(fixed.source, leftover)
      return Result(
        report: fix.diff ? report(file.source, linter.lint(file.list, in: environment)) : left, change: change,
        fixCount: fixed.fixCount, leftCount: left.diagnostics.count, droppedRules: fixed.droppedRules)
    } catch {
      throw file.input.failure(error)
    }
  }
}

extension Diagnostic {
  /// The finding without its fix, as in a transcoded file, where offsets mean nothing.
  fileprivate var withoutFix: Diagnostic {
    var diagnostic = self
    diagnostic.fix = nil
    return diagnostic
  }
}
