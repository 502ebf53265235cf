import ArgumentParser
import Repository
import Source
import SystemPackage
import TextRepair

/// The revision whose findings are left out.
struct SinceOption: ParsableArguments {
  @Option(
    name: .customLong("since"),
    help: ArgumentHelp(
      "Report only findings that are new since the merge base with this git revision; default: all.",
      valueName: "rev"))
  var revision: String?

  /// The files as they are at the merge base with the revision; nil for a file that is not in it, and without a revision.
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
  /// The path by which git knows the file: absolute, without symbolic links.
  fileprivate var gitPath: FilePath {
    get throws {
      if let file = path?.resolved { return file }
      guard name != "<stdin>", let file = FilePath(name).weaklyResolved else {
        throw Failure("\(name): --since needs the file's name; add --stdin-filename")
      }
      return file
    }
  }
}
