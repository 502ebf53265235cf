import Foundation
import TestSupport
import Testing

/// A temporary folder in which the built program is run; it goes when the value goes.
final class Sandbox: Sendable {
  /// What a run of the program left behind.
  struct Outcome {
    /// The exit status, or 128 and the number of the signal that ended the process.
    let status: Int32
    let output: String
    let errors: String

    init(_ result: Program.Result) {
      status = result.status
      output = result.outputText
      errors = result.errorText
    }
  }

  let files: TemporaryFolder
  let program: Program

  /// Makes the folder with these files, by their relative paths.
  init(_ files: [String: String] = [:]) throws {
    self.files = try TemporaryFolder()
    program = try Program(built: "awesome")
    for (path, text) in files { try write(text, to: path) }
  }

  var folder: URL { files.url.resolvingSymlinksInPath() }

  func url(_ path: String) -> URL {
    folder.appendingPathComponent(path)
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    try files.write(bytes, to: path)
  }

  func write(_ text: String, to path: String) throws {
    try files.write(text, to: path)
  }

  /// Writes a little-endian file with a byte order mark.
  func writeUTF16(_ text: String, to path: String) throws {
    try write([0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }, to: path)
  }

  /// Makes a pipe with a name.
  func makePipe(_ path: String) throws {
    try #require(mkfifo(url(path).path, 0o600) == 0)
  }

  func read(_ path: String) throws -> String {
    String(decoding: try files.read(path), as: UTF8.self)
  }

  func run(_ arguments: String...) throws -> Outcome {
    try run(arguments)
  }

  /// Runs the program in the folder, or in one below it.
  func run(
    _ arguments: [String], in subfolder: String = "", input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    Outcome(
      try program.run(arguments, input: Array(input.utf8), in: url(subfolder).path, environment: environment))
  }
}
