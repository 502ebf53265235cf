import Source

/// The counts of a run, for the line that ends a report.
struct Summary {
  let checked: String
  let files: Int
  let errors: Int
  let warnings: Int
  let notes: Int
  /// How many findings carry a fix that is safe.
  let fixable: Int
  /// How many carry one that is applied on request only.
  let unsafelyFixable: Int

  init(_ reports: [FileReport]) {
    checked = Counted.sum(reports.map(\.checked))
    files = reports.count
    let all = reports.lazy.flatMap(\.diagnostics)
    errors = all.count { $0.severity == .error }
    warnings = all.count { $0.severity == .warning }
    notes = all.count { $0.severity == .note }
    fixable = all.count { $0.severity > .note && $0.fix?.isSafe == true }
    unsafelyFixable = all.count { $0.severity > .note && $0.fix?.isSafe == false }
  }

  var isEmpty: Bool { errors + warnings + notes == 0 }

  /// One sentence without a full stop, as in "15 entries checked in 2 files: 1 error, 2 warnings, 1 fixable".
  var text: String {
    let place = files == 1 ? "" : " in \(files) files"
    let subject = checked.isEmpty ? "nothing" : checked
    guard !isEmpty else { return "\(subject) checked\(place): no findings" }
    var parts: [String] = []
    if errors > 0 { parts.append(counted(errors, "error")) }
    if warnings > 0 { parts.append(counted(warnings, "warning")) }
    if notes > 0 { parts.append(counted(notes, "note")) }
    if fixable > 0 { parts.append("\(fixable) fixable") }
    if unsafelyFixable > 0 {
      parts.append("\(unsafelyFixable) \(fixable > 0 ? "more" : "fixable") with --unsafe-fixes")
    }
    return "\(subject) checked\(place): " + parts.joined(separator: ", ")
  }
}
