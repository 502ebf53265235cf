import ArgumentParser
import SystemPackage

/// The configuration of a run.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "Configuration file; default: the nearest \(ConfigurationFile.name) up to the repository's root.",
      valueName: "file"), completion: .file())
  var file: String?

  @Flag(
    name: .customLong("no-config"), help: "Read no configuration.")
  var none = false

  mutating func validate() throws {
    if none, file != nil { throw ValidationError("--config and --no-config exclude each other") }
  }

  /// The configuration for the files of a folder.
  func load(for folder: FilePath) throws -> Configuration {
    if none { return Configuration() }
    do {
      if let file { return try ConfigurationFile.read(FilePath(file)) }
      guard let path = ConfigurationFile.find(from: folder) else {
        if let other = ConfigurationFile.misnamed(from: folder) {
          Console.noteOnce("\(other.shown): not read; rename it to \(ConfigurationFile.name), or name it with --config")
        }
        return Configuration()
      }
      return try ConfigurationFile.read(path)
    } catch let error as FileError {
      throw Failure(error.description)
    } catch let error as ConfigurationError {
      throw Failure(error.description)
    }
  }
}
