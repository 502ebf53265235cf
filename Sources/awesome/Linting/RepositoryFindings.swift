import Diagnostics
import SystemPackage

/// The findings about repositories of a run, each kept in the report of the first of its files only.
struct RepositoryFindings {
  private struct Key: Hashable {
    let root: FilePath?
    let rule: String
    let message: String
  }

  private var seen: Set<Key> = []

  /// Takes out what was found in an earlier file of the same repository.
  mutating func removeKnown(from result: inout FileLinter.Result, of file: InputFile) {
    let report = result.report
    guard report.diagnostics.contains(where: \.isAboutRepository) else { return }
    let root = file.path?.parent.resolved?.repositoryRoot
    let new = report.diagnostics.filter { diagnostic in
      !diagnostic.isAboutRepository
        || seen.insert(Key(root: root, rule: diagnostic.rule, message: diagnostic.message)).inserted
    }
    result.leftCount -= report.diagnostics.count - new.count
    result.report = FileReport(
      file: report.file, source: report.source, diagnostics: new, checked: report.checked)
  }
}
