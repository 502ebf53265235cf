import Foundation

/// A temporary folder in which the built program is run; it goes when the value goes.
final class Sandbox: Sendable {
  /// What a run of the program left behind.
  struct Outcome {
    /// The exit status, or minus the number of the signal that ended the process.
    let status: Int32
    let output: String
    let errors: String
  }

  let folder: URL

  /// Makes the folder with these files, by their relative paths.
  init(_ files: [String: String] = [:]) throws {
    let name = "awesome-tests-\(UUID().uuidString)"
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func url(_ path: String) -> URL {
    folder.appendingPathComponent(path)
  }

  func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  func write(_ data: Data, to path: String) throws {
    let url = url(path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url(path)), as: UTF8.self)
  }

  func run(_ arguments: String...) throws -> Outcome {
    try run(arguments)
  }

  /// Runs the program in the folder, or in one below it, with standard input and additional environment variables.
  func run(
    _ arguments: [String], in subfolder: String = "", input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = url(subfolder)
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path].merging(environment) { $1 }
    // Files instead of pipes, so that nobody has to read while the program writes.
    let names = ["in", "out", "err"].map { folder.path + "/.\($0)-" + UUID().uuidString }
    try Data(input.utf8).write(to: URL(fileURLWithPath: names[0]))
    for name in names[1...] { _ = FileManager.default.createFile(atPath: name, contents: nil) }
    process.standardInput = FileHandle(forReadingAtPath: names[0])
    process.standardOutput = FileHandle(forWritingAtPath: names[1])
    process.standardError = FileHandle(forWritingAtPath: names[2])
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
    for name in names { try FileManager.default.removeItem(atPath: name) }
    let signalled = process.terminationReason == .uncaughtSignal
    return Outcome(
      status: signalled ? -process.terminationStatus : process.terminationStatus, output: texts[1], errors: texts[2])
  }

  /// The program, which the package manager builds into the folder of the test bundle.
  private static let program: URL = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var folder = URL(fileURLWithPath: bundle)
    while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("awesome")
  }()
}
