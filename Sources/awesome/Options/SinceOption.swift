import ArgumentParser
import Repository
import Source
import SystemPackage
import TextRepair

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
    var repositories: [FilePath: (repository: GitRepository, base: Commit)] = [:]
    var baselines: [SourceText?] = []
    do {
      for file in files {
        let path = try file.gitPath
        let folder = path.parent
        if repositories[folder] == nil {
          let repository = try await GitRepository(containing: folder.string)
          repositories[folder] = (repository, try await repository.mergeBase(with: revision))
        }
        guard let known = repositories[folder] else { continue }
        let old = try await known.repository.content(of: path.string, at: known.base)
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
  fileprivate var gitPath: FilePath {
    get throws {
      if let file = path?.resolved { return file }
      guard name != "<stdin>", let file = FilePath(name).weaklyResolved else {
        throw Failure("\(name): --since has to know which file this is; name it with --stdin-filename")
      }
      return file
    }
  }
}
