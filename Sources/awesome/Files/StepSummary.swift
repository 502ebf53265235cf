import Diagnostics
import Source
import SystemPackage

/// The summary of a step that GitHub Actions shows, in the file that `GITHUB_STEP_SUMMARY` names.
///
/// Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
enum StepSummary {
  private static let variable = "GITHUB_STEP_SUMMARY"
  /// What GitHub takes of one step; of a larger file it shows nothing.
  private static let sizeLimit = 1 << 20

  /// Appends the Markdown report where GitHub wants one; a file that cannot be written is reported, and the run goes on.
  static func append(_ reports: [FileReport]) {
    guard let path = Console.environment(variable) else { return }
    do {
      let file = try FileDescriptor.open(
        FilePath(path), .readWrite, options: [.create, .append, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      try file.closeAfter {
        let size = Int(try file.seek(offset: 0, from: .end))
        // A blank line, whatever an earlier command of the step has left there.
        let gap = size > 0 ? Array("\n\n".utf8) : []
        let report = Reporter.markdown(reports, limit: sizeLimit - size - gap.count)
        if report.isEmpty { return Console.note("the job summary has no room for the report; the log has it") }
        try file.write(gap + report)
      }
    } catch {
      Console.note(FileError(writing: "the job summary (\(variable))", error).description)
    }
  }
}
