import Repository
import SystemPackage

/// Finds the configurations of a run's files: those of the working tree, or with a revision those of the merge base.
final class ConfigurationLoader {
  /// Nil for a command without a configuration.
  private let options: ConfigurationOptions?
  private let revision: String?
  /// By the folders that they are for: many files are in one folder.
  private(set) var configurations: [FilePath: Configuration] = [:]
  private var hasNoted = false

  init(_ options: ConfigurationOptions?, since revision: String? = nil) {
    (self.options, self.revision) = (options, revision)
  }

  /// The configuration for the files of a folder.
  func configuration(for folder: FilePath) async throws -> Configuration {
    if let known = configurations[folder] { return known }
    let configuration = try await load(for: folder)
    configurations[folder] = configuration
    return configuration
  }

  private func load(for folder: FilePath) async throws -> Configuration {
    guard let options else { return Configuration() }
    // A folder that is missing has no file, which is reported where it is read.
    guard let revision, !options.none, let folder = folder.resolved else { return try options.load(for: folder) }
    do {
      var base = try await BaseConfiguration(of: folder, since: revision)
      let configuration = try await base.load(options, for: folder)
      // A change of it that cannot be read is one too.
      let isCurrent = (try? options.load(for: folder)).map { base.isCurrent($0, configuration) } ?? false
      if !isCurrent, !hasNoted {
        Console.note("the configuration has changed since \(revision); links are checked with that of the merge base")
        hasNoted = true
      }
      return configuration
    } catch let error as RepositoryError {
      throw Failure("--since \(revision): \(error)")
    } catch let error as ConfigurationError {
      throw Failure("--since \(revision): \(error)")
    } catch let error as FileError {
      throw Failure("--since \(revision): \(error)")
    }
  }
}
