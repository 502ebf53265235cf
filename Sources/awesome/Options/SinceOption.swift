import TextRepair
import ArgumentParser
import Repository
import Source

/// From which revision on changes count.
struct SinceOption: ParsableArguments {
  @Option(
    name: .customLong("since"),
    help: ArgumentHelp(
      "Tell only what was added or changed since the current branch parted from this revision of git's.",
      valueName: "rev"))
  var revision: String?

  /// The versions of files from which the current branch parted; nil for a file that was not there, and where no revision is given.
  func baselines(of files: [InputFile]) async throws -> [SourceText?] {
    guard let revision else { return files.map { _ in nil } }
    var repositories: [Path: (repository: GitRepository, base: Commit)] = [:]
    var baselines: [SourceText?] = []
    do {
      for file in files {
        let path = try file.gitPath
        let folder = path.parent
        if repositories[folder] == nil {
          let repository = try await GitRepository(containing: folder.text)
          repositories[folder] = (repository, try await repository.mergeBase(with: revision))
        }
        guard let known = repositories[folder] else { continue }
        let old = try await known.repository.content(of: path.text, at: known.base)
        baselines.append(
          old.map {
            (try? InputFile.decode($0, as: file.name).source) ?? SourceText(String(decoding: $0, as: UTF8.self))
          })
      }
    } catch let error as RepositoryError {
      throw Failure("--since \(revision): \(error)")
    }
    return baselines
  }
}

extension InputFile {
  /// Where git would have the file: the absolute path without symbolic links.
  fileprivate var gitPath: Path {
    get throws {
      let named = path ?? Path(name)
      if let file = named.resolved { return file }
      guard name != "<stdin>", let folder = named.parent.resolved else {
        throw Failure("\(name): --since has to know which file this is; name it with --stdin-filename")
      }
      return folder.appending(named.name)
    }
  }
}
