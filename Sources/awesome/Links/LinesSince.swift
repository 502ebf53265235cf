import Repository
import Source
import SystemPackage

/// The lines of the lists that are new since a git revision.
struct LinesSince {
  /// As the user wrote it.
  let revision: String
  /// For each list.
  private let changes: [LineChanges]

  /// Reads the changes from git; nil without a revision.
  init?(_ revision: String?, _ files: [ListFile]) async throws(Failure) {
    guard let revision else { return nil }
    self.revision = revision
    var changes: [LineChanges] = []
    for file in files {
      guard let path = file.input.path?.resolved else {
        throw file.input.failure("standard input has no history for --since; name a file of a git repository")
      }
      do throws(RepositoryError) {
        let repository = try await GitRepository(containing: path.parent.string)
        let base = try await repository.mergeBase(with: revision)
        changes.append(try await repository.changes(of: path.string, content: file.source, since: base))
      } catch {
        throw Failure("--since \(revision): \(error)")
      }
    }
    self.changes = changes
  }

  /// Whether a line of a list is new, lists counted from 0, lines from 1.
  func isNew(line: Int, of file: Int) -> Bool {
    !changes.indices.contains(file) || changes[file].hasChange(in: (line - 1)...(line - 1))
  }
}
