import Source

/// The counts of a run, for the lines that end a report.
struct Summary {
  private let checked: String
  private let files: Int
  private(set) var errors = 0
  private(set) var warnings = 0
  private(set) var notes = 0
  /// How many findings `--fix` mends.
  private(set) var fixable = 0
  /// How many only `--unsafe-fixes` mends.
  private(set) var unsafelyFixable = 0

  init(_ reports: [FileReport]) {
    checked = Counted.sum(reports.map(\.checked))
    files = reports.count
    for report in reports {
      for diagnostic in report.diagnostics {
        switch diagnostic.severity {
        case .error: errors += 1
        case .warning: warnings += 1
        case .note: notes += 1
        }
        switch diagnostic.remedy {
        case .fix: fixable += 1
        case .unsafeFix: unsafelyFixable += 1
        case nil: break
        }
      }
    }
  }

  var total: Int { errors + warnings + notes }

  /// The counts, as in "1 error, 2 warnings in 15 entries of 2 files".
  var text: String {
    if checked.isEmpty { return "nothing checked" }
    var parts: [String] = []
    if errors > 0 { parts.append(counted(errors, "error")) }
    if warnings > 0 { parts.append(counted(warnings, "warning")) }
    if notes > 0 { parts.append(counted(notes, "note")) }
    let findings = parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
    return "\(findings) in \(checked)" + (files == 1 ? "" : " of \(files) files")
  }

  /// The counts and what mends findings, as in "2 warnings in 15 entries; --fix mends 1".
  var line: String {
    var parts: [String] = []
    if fixable > 0 { parts.append("--fix mends \(fixable)") }
    if unsafelyFixable > 0 { parts.append("--unsafe-fixes \(fixable > 0 ? "" : "mends ")\(unsafelyFixable)" + more) }
    return text + (parts.isEmpty ? "" : "; " + parts.joined(separator: ", "))
  }

  private var more: String { fixable > 0 ? " more" : "" }

  /// The next steps, one a line, each after the mark of the findings that it mends.
  func steps(_ advice: Advice) -> [String] {
    var steps: [String] = []
    if fixable > 0, let command = advice.fix { steps.append("\(Remedy.fix.rawValue) \(command) mends \(fixable)") }
    if unsafelyFixable > 0, let command = advice.unsafeFix {
      let count = advice.fix == nil ? "\(unsafelyFixable)" : "\(unsafelyFixable)" + more
      steps.append("\(Remedy.unsafeFix.rawValue) \(command) mends \(count); review what it changes")
    }
    if total > 0, let command = advice.explanation { steps.append("    \(command) explains a rule") }
    return steps
  }
}

/// The findings of one rule in a run.
struct RuleCount {
  let rule: String
  private(set) var findings = 0
  /// How many `--fix` mends.
  private(set) var fixable = 0

  /// More findings than these are too many to see what they have in common.
  private static let limit = 50

  /// A row for each rule with findings, the most frequent first; none for a report that needs no such table.
  static func rows(_ reports: [FileReport]) -> [RuleCount] {
    guard reports.reduce(0, { $0 + $1.diagnostics.count }) > limit else { return [] }
    var rows: [String: RuleCount] = [:]
    for report in reports {
      for diagnostic in report.diagnostics {
        rows[diagnostic.rule, default: RuleCount(rule: diagnostic.rule)].add(diagnostic)
      }
    }
    return rows.values.sorted { ($1.findings, $0.rule) < ($0.findings, $1.rule) }
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    findings += 1
    if diagnostic.remedy == .fix { fixable += 1 }
  }
}
