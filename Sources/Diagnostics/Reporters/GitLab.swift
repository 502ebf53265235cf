import JSON
import Source

extension Reporter {
  /// An array of issues in the form of Code Climate that GitLab reads, with paths from the root of the repository.
  ///
  /// Source: https://docs.gitlab.com/ci/testing/code_quality/
  public static let gitlab = Reporter(id: "gitlab", summary: "a Code Quality report, for GitLab", isDocument: true) {
    files, context in
    var fingerprints = Fingerprints()
    var issues: [JSONValue] = []
    for file in files {
      let path = context.repositoryPath(file.file)
      for diagnostic in file.diagnostics {
        issues.append([
          "description": .string(diagnostic.message.inert),
          "check_name": .string(diagnostic.rule),
          "fingerprint": .string(fingerprints.next(for: diagnostic, in: file.source, path: path)),
          "severity": .string(severity(diagnostic.severity)),
          "location": [
            "path": .string(path),
            "lines": ["begin": .integer(file.source.lineIndex(at: diagnostic.range.lowerBound) + 1)],
          ],
        ])
      }
    }
    return Array(JSONValue.array(issues).text.utf8)
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
